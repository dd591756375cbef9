package org.budgetledger.service.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules can be read by everyone whom they concern. */
class PolicyPacksOverHttpTest {
    private static final String ENGLAND = "/v1/policy-packs/england-care-act-2025";
    private static final LedgerClient AUDITOR = LedgerClient.as(RunningLedger.shared(), "AUDITOR", "a.reader");

    @Test
    void the_packs_are_listed_with_the_one_that_budgets_start_with() {
        var list = AUDITOR.get("/v1/policy-packs");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text("defaultPack")).isEqualTo("england-care-act-2025");
        assertThat(list.body().path("packs"))
                .extracting(pack -> pack.path("id").textValue())
                .containsExactly(
                        "england-care-act-2025",
                        "england-personal-health-budget-2025",
                        "scotland-self-directed-support-2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOLDER", "PROVIDER", "IMPORTER", "RELEASER"})
    void whoever_has_a_token_reads_a_pack_whole(String role) {
        var pack = LedgerClient.as(RunningLedger.shared(), role, "someone").get(ENGLAND);
        assertThat(pack.status()).isEqualTo(200);
        assertThat(pack.text("title")).isEqualTo("England, Care Act 2014");
        assertThat(pack.number("writeOffLimitPence")).isEqualTo(50_000);
        assertThat(pack.text("writeOffLimit")).isEqualTo("£500.00");
        assertThat(pack.body().at("/payCycle/kind").textValue()).isEqualTo("FOUR_WEEKLY");
        assertThat(pack.body().at("/payCycle/anchor").textValue()).isEqualTo("2025-04-07");
        assertThat(pack.body().at("/workingDays/knownTo").textValue()).isEqualTo("2027-12-31");
        assertThat(pack.body().at("/workingDays/bankHolidays")).hasSize(24);
        assertThat(pack.body().path("clauses"))
                .filteredOn(clause -> clause.path("id").textValue().equals("direct-payment-review"))
                .singleElement()
                .satisfies(clause -> {
                    assertThat(clause.path("source").textValue())
                            .isEqualTo("Care and Support (Direct Payments) Regulations 2014, reg. 7");
                    assertThat(clause.path("governs"))
                            .extracting(JsonNode::textValue)
                            .containsExactly("HoldReview");
                });
    }

    @Test
    void scotlands_options_have_their_numbers_and_degrees() {
        var options = AUDITOR.get("/v1/policy-packs/scotland-self-directed-support-2025")
                .body()
                .path("options");
        assertThat(options).hasSize(4);
        assertThat(options.path(2).path("name").textValue()).isEqualTo("Support arranged by the authority");
        assertThat(options.path(2).path("degrees"))
                .extracting(JsonNode::textValue)
                .containsExactly("AUTHORITY");
    }

    @Test
    void pay_days_come_with_their_periods() {
        var periods = AUDITOR.get(ENGLAND + "/pay-days?from=2026-03-09&to=2026-05-04")
                .body()
                .path("periods");
        // P13 of 2025/26, P1 and P2 of 2026/27; P1 is paid on the Thursday before Good Friday.
        assertThat(periods)
                .extracting(period -> period.path("periodFrom").textValue() + " to "
                        + period.path("periodTo").textValue() + ", paid "
                        + period.path("payDay").textValue() + " "
                        + period.path("provisional").booleanValue())
                .containsExactly(
                        "2026-03-09 to 2026-04-05, paid 2026-03-06 false",
                        "2026-04-06 to 2026-05-03, paid 2026-04-02 false",
                        "2026-05-04 to 2026-05-31, paid 2026-05-01 false");
    }

    @Test
    void a_pay_day_that_no_holidays_are_announced_for_is_provisional() {
        var periods = AUDITOR.get(ENGLAND + "/pay-days?from=2028-02-01&to=2028-02-01")
                .body()
                .path("periods");
        assertThat(periods).hasSize(1);
        assertThat(periods.path(0).path("provisional").booleanValue()).isTrue();
    }

    @Test
    void a_pack_that_is_not_there_is_a_problem() {
        for (var path : new String[] {
            "/v1/policy-packs/wales-2025", "/v1/policy-packs/wales-2025/pay-days?from=2025-04-01&to=2025-04-02"
        }) {
            var answer = AUDITOR.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("POLICY_PACK_NOT_FOUND");
            assertThat(answer.text("detail")).contains("wales-2025");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/England, INVALID_FIELD, policyPackId",
        "?limit=5, UNKNOWN_PARAMETER, limit",
        "/england-care-act-2025/pay-days?from=2026-04-31&to=2026-05-04, INVALID_FIELD, from",
        "/england-care-act-2025/pay-days?from=03/04/2026&to=2026-05-04, INVALID_FIELD, from",
        "/england-care-act-2025/pay-days?from=2026-05-04&to=2026-05-03, INVALID_FIELD, to",
        "/england-care-act-2025/pay-days?from=2026-05-04&to=2029-05-05, INVALID_FIELD, to",
        "/england-care-act-2025/pay-days?from=2026-05-04&to=2099-12-32, INVALID_FIELD, to",
        "/england-care-act-2025/pay-days?From=2026-05-04, UNKNOWN_PARAMETER, From",
    })
    void what_is_asked_wrongly_is_said(String path, String code, String field) {
        var answer = AUDITOR.get("/v1/policy-packs" + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("field")).isEqualTo(field);
    }
}
