package org.budgetledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** What is open without a token, and on which port. */
class OperatorsPortTest {
    @Test
    void at_a_desk_figures_and_health_are_open_and_the_rest_is_the_operators() throws Exception {
        var desk = RunningLedger.shared();

        assertThat(status(desk, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(status(desk, "/actuator/prometheus")).isEqualTo(200);
        assertThat(status(desk, "/actuator/info")).isEqualTo(401);
        assertThat(LedgerClient.as(desk, "AUDITOR", "a.audit")
                        .get("/actuator/info")
                        .status())
                .isEqualTo(403);
        assertThat(LedgerClient.operator(desk).get("/actuator/info").status()).isEqualTo(200);
    }

    @Test
    void where_operators_have_a_port_of_their_own_everybodys_has_nothing_but_whether_it_is_up() throws Exception {
        try (var ledger = RunningLedger.start(Map.of("management.server.port", "0"))) {
            var operators = "http://127.0.0.1:" + ledger.setting("local.management.port");

            assertThat(status(operators + "/actuator/prometheus")).isEqualTo(200);
            assertThat(status(operators + "/actuator/health")).isEqualTo(200);
            assertThat(status(operators + "/v1/operations/chains")).isIn(401, 404);
            assertThat(status(ledger, "/actuator/prometheus")).isEqualTo(404);
            assertThat(status(ledger, "/readyz")).isEqualTo(200);
            assertThat(status(ledger, "/livez")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1, 8080, -,    true",
                "localhost, 8080, -,    true",
                "0.0.0.0,   8080, -,    false",
                "-,         8080, -,    false",
                "0.0.0.0,   8080, '',   false",
                "0.0.0.0,   8080, 8080, false",
                "0.0.0.0,   8080, 8081, true",
                "0.0.0.0,   8080, 0,    true"
            })
    void figures_are_open_on_this_machine_or_on_the_operators_port(
            String address, String port, String management, boolean open) {
        var settings = new MockEnvironment().withProperty("server.port", port);
        if (address != null) {
            settings.setProperty("server.address", address);
        }
        if (management != null) {
            settings.setProperty("management.server.port", management);
        }

        assertThat(SecurityConfiguration.figuresAreOpen(settings)).isEqualTo(open);
    }

    private static int status(RunningLedger ledger, String path) throws IOException, InterruptedException {
        return status(ledger.baseUri() + path);
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
