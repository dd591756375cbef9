package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger on somebody else's PostgreSQL and somebody else's tokens: nothing of the default start is there. */
class PostgresServerTest {
    @TempDir
    private static Path home;

    @Test
    void the_ledger_runs_on_a_server_with_the_usual_settings_and_issues_no_tokens_itself() throws Exception {
        var issuer = new SomeIssuer(home);
        try (var server = EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("server"))
                        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                        .start();
                var ledger = RunningLedger.start(Map.of(
                        "spring.datasource.url",
                        server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username",
                        "postgres",
                        SomeIssuer.SETTING,
                        issuer.publicKey()))) {
            var officer = LedgerClient.withToken(ledger, issuer.token("ALLOCATOR", "j.okafor"));
            var budget = officer.openBudgetWith(123_456);

            assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                    .isEqualTo(123_456);
            assertThat(officer.post("/local/tokens", "{\"actor\": \"a.b\", \"role\": \"ALLOCATOR\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(ledger.home().resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void a_database_without_an_issuer_does_not_start_and_says_what_is_missing() {
        assertThatThrownBy(() ->
                        RunningLedger.start(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none")))
                .hasStackTraceContaining("set spring.security.oauth2.resourceserver.jwt.issuer-uri");
    }
}
