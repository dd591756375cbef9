package org.budgetledger.service.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Migrations take as long as they take. */
@Configuration(proxyBeanMethods = false)
class UnhurriedMigrations {
    /** On connections of their own: those of the pool have limits that are meant for what somebody waits for. */
    @Bean
    FlywayConfigurationCustomizer withoutTimeLimits() {
        return flyway -> {
            if (flyway.getDataSource() instanceof HikariDataSource pool) {
                flyway.dataSource(DataSourceBuilder.derivedFrom(pool)
                        .type(SimpleDriverDataSource.class)
                        .build());
            }
        };
    }
}
