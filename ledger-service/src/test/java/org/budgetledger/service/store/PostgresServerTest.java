package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger on somebody else's PostgreSQL and somebody else's tokens: nothing of the default start is there. */
class PostgresServerTest {
    @TempDir
    private static Path home;

    @Test
    void the_ledger_runs_on_a_server_with_the_usual_settings_and_issues_no_tokens_itself() throws Exception {
        var key = new RSAKeyGenerator(2048).generate();
        var publicKey = Files.writeString(home.resolve("issuer.pem"), pem(key));
        try (var server = EmbeddedPostgres.builder()
                        .setDataDirectory(home.resolve("server"))
                        .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                        .start();
                var ledger = RunningLedger.start(Map.of(
                        "spring.datasource.url", server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username", "postgres",
                        "spring.security.oauth2.resourceserver.jwt.public-key-location",
                                publicKey.toUri().toString()))) {
            var officer = LedgerClient.withToken(ledger, token(key));
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

    private static String pem(RSAKey key) throws JOSEException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.toRSAPublicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static String token(RSAKey key) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject("j.okafor")
                .claim("authority", "northmere")
                .claim("role", "ALLOCATOR")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
