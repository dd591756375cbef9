package org.budgetledger.service.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Says in every build whether the suite on Axon Server ran on a real one, and that it did when it did. */
@EnabledIfSystemProperty(
        named = TestedStore.STORE,
        matches = TestedStore.AXON_SERVER,
        disabledReason = "only where the suite runs on Axon Server")
@EnabledIfEnvironmentVariable(
        named = TestedStore.NAMED_SERVER,
        matches = ".+",
        disabledReason = "LEDGER_TEST_AXONSERVER names no Axon Server, so the suite ran on the stand-in")
class NamedAxonServerTest {
    @Test
    void the_suite_runs_on_the_server_that_is_named_and_what_it_stores_outlives_the_ledger() {
        var ledger = RunningLedger.shared();
        assertThat(ledger.setting("axon.axonserver.servers")).isEqualTo(System.getenv(TestedStore.NAMED_SERVER));
        var budget = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor").openBudgetWith(12_345);

        ledger.restart();

        assertThat(LedgerClient.as(ledger, "ALLOCATOR", "j.okafor")
                        .get("/v1/budgets/" + budget + "/balance")
                        .number("balancePence"))
                .isEqualTo(12_345);
    }
}
