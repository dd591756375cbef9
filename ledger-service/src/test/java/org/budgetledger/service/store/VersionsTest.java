package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.Test;

/** {@code If-Match}: a decision made on an older version is not carried out; without it nobody is kept waiting or refused. */
class VersionsTest {
    private static final String SPEND = """
            {"stream": "SOCIAL_CARE", "amountPence": 100, "effectiveOn": "2025-05-06",
             "evidence": {"kind": "STATEMENT_LINE", "reference": "line 1"}}""";

    private final LedgerClient officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");

    @Test
    void of_many_who_decided_on_one_version_one_is_heard() {
        var budget = officer.openBudgetWith(100_000);

        var statuses = Together.run(
                16,
                i -> officer.post(
                                "/v1/budgets/" + budget + "/spends",
                                UUID.randomUUID().toString(),
                                SPEND,
                                "If-Match",
                                "\"2\"")
                        .status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(15);
    }

    @Test
    void a_stale_version_is_told_the_current_one() {
        var budget = officer.openBudgetWith(100_000);

        var stale = officer.post(
                "/v1/budgets/" + budget + "/spends", UUID.randomUUID().toString(), SPEND, "If-Match", "\"1\"");

        assertThat(stale.text("code")).isEqualTo("VERSION_STALE");
        assertThat(stale.number("currentVersion")).isEqualTo(2);
    }

    @Test
    void facts_from_many_hands_at_once_are_all_recorded() {
        var budget = officer.openBudgetWith(100_000);

        var answers = Together.run(24, i -> officer.post("/v1/budgets/" + budget + "/spends", SPEND));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(answer -> answer.number("version")).distinct())
                .hasSize(24);
        assertThat(officer.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                .isEqualTo(100_000 - 24 * 100);
    }

    @Test
    void authorisations_from_many_hands_at_once_never_add_up_to_more_than_there_is() {
        var budget = officer.openBudgetWith(1_000);

        var statuses = Together.run(
                16,
                i -> officer.post(
                                "/v1/budgets/" + budget + "/authorisations",
                                "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": 300, \"effectiveOn\": \"2025-05-06\"}")
                        .status());

        // 3 × £3.00 fit into £10.00, a fourth does not.
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(13);
    }
}
