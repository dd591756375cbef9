package org.budgetledger.service.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL server whose databases are set up as {@code postgresql/roles.sql} says: one role owns, another one works. */
final class ServerOfTwoRoles implements AutoCloseable {
    static final String OWNER = "ledger_owner";
    static final String APP = "ledger_app";
    private static final String SUPERUSER = "postgres";
    private static final Path ROLES = Path.of("..", "postgresql", "roles.sql");

    private final EmbeddedPostgres server;

    ServerOfTwoRoles(Path home) throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("server"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .start();
    }

    /** A new database in which nothing is yet. */
    void create(String database) {
        as(SUPERUSER, SUPERUSER).execute("CREATE DATABASE " + database);
    }

    /** What a DBA does once. */
    void runRolesScript(String database) {
        try {
            as(SUPERUSER, database).execute(Files.readString(ROLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The migrations, and those of further places, as the ledger runs them when it starts. */
    void migrate(String role, String database, String... furtherLocations) {
        Flyway.configure()
                .dataSource(dataSource(role, database))
                .locations(Stream.concat(Stream.of("classpath:db/migration"), Arrays.stream(furtherLocations))
                        .toArray(String[]::new))
                .load()
                .migrate();
    }

    /** The migrations of an older version of the ledger. */
    void migrateTo(String version, String role, String database) {
        Flyway.configure()
                .dataSource(dataSource(role, database))
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    JdbcTemplate asSuperuser(String database) {
        return as(SUPERUSER, database);
    }

    JdbcTemplate as(String role, String database) {
        return new JdbcTemplate(dataSource(role, database));
    }

    private DataSource dataSource(String role, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl(role, database));
        return source;
    }

    /** What a ledger is told of the server: to migrate as the owner and to work as the other. */
    Map<String, String> settings(String database) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database,
                "spring.datasource.username",
                APP,
                "spring.flyway.user",
                OWNER,
                "spring.flyway.password",
                "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
