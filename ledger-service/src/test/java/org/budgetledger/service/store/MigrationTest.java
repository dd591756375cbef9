package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.budgetledger.service.LedgerApplication;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** The schema brought forward apart from the ledger, by somebody with more rights than the ledger has. */
class MigrationTest {
    @TempDir
    private static Path home;

    @Test
    void the_owner_brings_the_schema_forward_and_the_ledger_runs_on_it_without_the_right_to() throws Exception {
        var issuer = new SomeIssuer(home);
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("server"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .start()) {
            var url = server.getJdbcUrl("postgres", "postgres");

            migrate(url, "postgres");
            // A second node's turn: there is nothing left to do.
            migrate(url, "postgres");
            execute(server, """
                    create role clerk login;
                    grant select, insert, update, delete on all tables in schema public to clerk;
                    grant usage on all sequences in schema public to clerk;""");
            assertThatThrownBy(() -> execute(server, "set role clerk; create table public.mine (id int);"))
                    .hasMessageContaining("permission denied for schema public");

            try (var ledger = RunningLedger.start(Map.of(
                    "spring.datasource.url",
                    server.getJdbcUrl("clerk", "postgres"),
                    "spring.datasource.username",
                    "clerk",
                    "spring.flyway.enabled",
                    "false",
                    SomeIssuer.SETTING,
                    issuer.publicKey()))) {
                var officer = LedgerClient.withToken(ledger, issuer.token("ALLOCATOR", "j.okafor"));
                var budget = officer.openBudgetWith(123_456);
                assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                        .isEqualTo(123_456);
            }
        }
    }

    @Test
    void migrations_that_are_switched_off_are_not_taken_for_done() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("untouched"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .start()) {
            assertThatThrownBy(() -> LedgerApplication.main(new String[] {
                        "migrate",
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.flyway.enabled=false"
                    }))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    private static void migrate(String url, String user) {
        LedgerApplication.main(
                new String[] {"migrate", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user});
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
