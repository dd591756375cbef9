package org.budgetledger.projections.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One server for all tests, and a database of its own for each. */
final class Databases {
    private static final EmbeddedPostgres SERVER = start();
    private static final java.util.concurrent.atomic.AtomicInteger COUNT =
            new java.util.concurrent.atomic.AtomicInteger();

    private Databases() {}

    static HikariDataSource fresh() {
        return upTo("latest");
    }

    /** A database that was last migrated to a version. */
    static HikariDataSource upTo(String version) {
        var name = "test" + COUNT.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("CREATE DATABASE " + name);
        var database = SERVER.getDatabase("postgres", name);
        Flyway.configure().dataSource(database).target(version).load().migrate();
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        return pool;
    }

    static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
