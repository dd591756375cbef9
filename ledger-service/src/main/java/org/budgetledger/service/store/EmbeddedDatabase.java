package org.budgetledger.service.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The default database: a PostgreSQL of our own on loopback, its data under the data directory, as durable as a server's. It is
 * there only when no data source is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDataSourceConfigured.class)
public class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** A cold start unpacks and initialises a database: three seconds on a small machine, longer on a busy one. */
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${ledger.data-dir}") Path dataDir) throws IOException {
        var home = Files.createDirectories(dataDir.toAbsolutePath().normalize());
        var cluster = home.resolve("postgresql");
        Leftover.stop(cluster);
        LOG.info("the ledger's data are under {}", home);
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(START_WITHIN)
                // Zonky's defaults are for throw-away tests: these figures are somebody's wages.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool.setPoolName("ledger");
        pool.setMaximumPoolSize(20);
        // What the database says of an error in detail is the row: who logs the error must not log the row.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
