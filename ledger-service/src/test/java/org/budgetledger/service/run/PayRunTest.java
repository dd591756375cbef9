package org.budgetledger.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.budgetledger.service.LedgerClient.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.LedgerClient.Answer;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paying a whole authority: 2025/26 P3 is from Mon 2 to Sun 29 Jun 2025, and is paid on Fri 30 May. */
class PayRunTest {
    private static final LocalDate P1 = LocalDate.of(2025, 4, 7);
    private static final String P2 = "{\"periodFrom\": \"2025-05-05\"}";
    private static final String P3 = "{\"periodFrom\": \"2025-06-02\"}";
    private static final RunningLedger LEDGER = RunningLedger.start();

    @BeforeAll
    static void on_the_tuesday_before() {
        LEDGER.setClock(Instant.parse("2025-05-27T10:00:00Z"));
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void what_is_due_is_previewed_and_released_and_what_cannot_be_paid_stops_nobody() {
        var council = nineBudgets("westmarsh");
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "westmarsh");

        var preview = previewed(releaser, P3);
        assertThat(preview.path("payDay").textValue()).isEqualTo("2025-05-30");
        assertThat(preview.at("/progress/budgets").longValue()).isEqualTo(9);
        assertThat(preview.at("/progress/previewed").longValue()).isEqualTo(9);
        // 4 × 260.00 − 4 × 43.27; 3/4 of 4 × 200.00; 4 × 182.00 + arrears of 4 × 7.00; 3 × 100.00.
        assertThat(preview.at("/previewed/totalPence").longValue()).isEqualTo(86_692 + 60_000 + 75_600 + 30_000);
        assertThat(preview.at("/previewed/payments").longValue()).isEqualTo(4);
        assertThat(preview.at("/previewed/streams"))
                .singleElement()
                .satisfies(
                        stream -> assertThat(stream.path("total").textValue()).isEqualTo("£2,522.92"));
        assertThat(preview.path("notPayable"))
                .extracting(
                        reason -> reason.path("code").textValue(),
                        reason -> reason.path("payments").longValue())
                .containsExactlyInAnyOrder(
                        tuple("ALLOCATION_NOT_NOTIFIED", 1L),
                        tuple("PAYEE_NOT_VERIFIED", 1L),
                        tuple("OTHER_CYCLE", 1L),
                        tuple("PAYMENTS_SUSPENDED", 1L),
                        tuple("NOTIONAL_DEPLOYMENT", 1L));
        assertThat(payments(council.budget("amara"))).isEqualTo(0);

        var run = "/v1/pay-runs/" + preview.path("payRunId").textValue();
        var released = released(releaser, run);
        assertThat(released.path("releasedBy").textValue()).isEqualTo("r.ahmed");
        assertThat(released.path("releasedOn").textValue()).isEqualTo("2025-05-30");
        assertThat(released.path("released")).isEqualTo(preview.path("previewed"));
        assertThat(released.path("notReleased")).isEmpty();
        var gwens = line(releaser, run, council.budget("gwen"));
        assertThat(gwens.path("deployment").textValue()).isEqualTo("self");
        assertThat(gwens.path("releasedPence").longValue()).isEqualTo(60_000);
        // Hers begin on 9 June, so she is paid from that day.
        assertThat(line(releaser, run, council.budget("ines"))
                        .at("/items/0/from")
                        .textValue())
                .isEqualTo("2025-06-09");
        assertThat(releaser.get("/v1/budgets/" + council.budget("amara") + "/balance")
                        .number("balancePence"))
                .isEqualTo(86_692);

        // Once is once.
        var again = releaser.post(run + "/release", "");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(released);
        // Hal was paid P2 before.
        assertThat(payments(council.budget("hal"))).isEqualTo(2);
        assertThat(payments(council.budget("amara"))).isEqualTo(1);

        // What stood in Cath's way is put right, and she is paid in the same run; nobody else is touched.
        council.verified("cath");
        var one = releaser.post(run + "/payments/" + council.budget("cath") + "/release", "");
        assertThat(one.status()).as(one.body().toString()).isEqualTo(200);
        assertThat(one.body().at("/payments/0/status").textValue()).isEqualTo("RELEASED");
        assertThat(one.body().at("/payments/0/releasedPence").longValue()).isEqualTo(40_000);
        assertThat(releaser.post(run + "/payments/" + council.budget("cath") + "/release", "")
                        .body())
                .isEqualTo(one.body());
        assertThat(payments(council.budget("cath"))).isEqualTo(1);
        assertThat(releaser.get(run).body().at("/released/payments").longValue())
                .isEqualTo(5);
        // Another run over the same period finds every one of them settled.
        var second = previewed(releaser, P3);
        assertThat(second.at("/previewed/payments").longValue()).isZero();
        assertThat(second.path("notPayable").toString()).contains("{\"code\":\"ALREADY_SETTLED\",\"payments\":5}");
    }

    @Test
    void a_remittance_says_what_a_payment_is_made_of_and_whether_it_failed() {
        var council = nineBudgets("northfen");
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "northfen");
        var run = "/v1/pay-runs/" + previewed(releaser, P3).path("payRunId").textValue();
        released(releaser, run);
        var payment =
                line(releaser, run, council.budget("hal")).path("paymentId").textValue();

        var path = "/v1/budgets/" + council.budget("hal") + "/payments/" + payment;
        var remittance = releaser.get(path + "/remittance");
        assertThat(remittance.status()).isEqualTo(200);
        assertThat(remittance.body().path("items"))
                .extracting(
                        item -> item.path("kind").textValue(),
                        item -> item.path("amountPence").longValue())
                .containsExactly(tuple("RATE", 72_800L), tuple("ARREARS", 2_800L));
        assertThat(remittance.number("arrearsPence")).isEqualTo(2_800);
        assertThat(remittance.number("totalPence")).isEqualTo(75_600);
        assertThat(remittance.text("effectiveOn")).isEqualTo("2025-05-30");
        assertThat("/v1/pay-runs/" + remittance.text("payRunId")).isEqualTo(run);
        assertThat(remittance.body().path("failure").isNull()).isTrue();

        LEDGER.setClock(Instant.parse("2025-06-02T10:00:00Z"));
        try {
            releaser.post(path + "/failure", """
                            {"reason": "The account is closed.", "evidence": {"kind": "STATEMENT_LINE", "reference": "2 Jun line 4"}}""").accepted();
        } finally {
            LEDGER.setClock(Instant.parse("2025-05-27T10:00:00Z"));
        }
        assertThat(releaser.get(path + "/remittance")
                        .body()
                        .at("/failure/effectiveOn")
                        .textValue())
                .isEqualTo("2025-06-02");

        assertThat(LedgerClient.of(LEDGER, "AUDITOR", "a.reader", "westmarsh")
                        .get(path + "/remittance")
                        .text("code"))
                .isEqualTo("BUDGET_NOT_FOUND");
        assertThat(LedgerClient.of(LEDGER, "HOLDER", "someone", "northfen")
                        .get(path + "/remittance")
                        .text("code"))
                .isEqualTo("BUDGET_NOT_FOUND");
        assertThat(releaser.get("/v1/budgets/" + council.budget("hal") + "/payments/" + UUID.randomUUID()
                                + "/remittance")
                        .text("code"))
                .isEqualTo("UNKNOWN_ENTRY");
    }

    @Test
    void two_releases_at_once_pay_each_budget_once() {
        var council = new Council(LEDGER, "twofold");
        council.ready(40, P1, i -> 10_000 + i);
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "twofold");
        var run = "/v1/pay-runs/" + previewed(releaser, P3).path("payRunId").textValue();
        // The whole run from both sides, and single budgets out of it.
        var statuses = Together.run(
                4,
                i -> i < 2
                        ? releaser.post(run + "/release", "").status()
                        : releaser.post(run + "/payments/" + council.budget("n" + i) + "/release", "")
                                .status());
        assertThat(statuses).containsExactly(202, 202, 200, 200);
        var released = released(releaser, run);
        assertThat(released.at("/released/payments").longValue()).isEqualTo(40);
        // 4 × (40 × 100.00 + 0 + 1 + … + 39 pence).
        assertThat(released.at("/released/totalPence").longValue()).isEqualTo(4 * (40 * 10_000 + 780));
        for (var i = 0; i < 40; i++) {
            assertThat(payments(council.budget("n" + i))).isEqualTo(1);
        }
    }

    @Test
    void what_was_sent_but_not_noted_when_a_node_died_is_taken_over_and_not_paid_twice() {
        var council = new Council(LEDGER, "halfway");
        council.ready(12, P1, i -> 10_000);
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "halfway");
        var id = previewed(releaser, P3).path("payRunId").textValue();
        var run = "/v1/pay-runs/" + id;
        var released = released(releaser, run);

        // As a node leaves it that dies between sending and noting: its lease still runs for a second.
        var jdbc = LEDGER.bean(JdbcClient.class);
        jdbc.sql(
                        "UPDATE run_item SET state = 'READY', carried_out = NULL, result = NULL WHERE run_id = ?::uuid AND number > 5")
                .param(id)
                .update();
        jdbc.sql("""
                UPDATE run SET state = 'CARRYING_OUT', lease_owner = 'a dead node', lease_until = now() + interval '1 second'
                WHERE run_id = ?::uuid
                """).param(id).update();
        assertThat(releaser.get(run).text("state")).isEqualTo("RELEASING");

        eventually(() -> releaser.get(run).text("state").equals("RELEASED"));
        assertThat(releaser.get(run).body()).isEqualTo(released);
        for (var i = 0; i < 12; i++) {
            assertThat(payments(council.budget("n" + i))).isEqualTo(1);
        }
    }

    @Test
    void a_budget_that_changed_since_the_preview_is_decided_on_as_it_is() {
        var council = new Council(LEDGER, "changing");
        council.ready(3, P1, i -> 10_000);
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "changing");
        var run = "/v1/pay-runs/" + previewed(releaser, P3).path("payRunId").textValue();
        council.send(
                Role.CARE_MANAGER,
                new SuspendPayments(
                        council.id("n1", "suspend"),
                        council.budget("n1"),
                        new FreeText("Nobody has been seen for weeks."),
                        LocalDate.of(2025, 5, 27)));
        revise(council, "n2", 12_000, LocalDate.of(2025, 6, 2));

        var released = released(releaser, run);
        assertThat(released.at("/previewed/totalPence").longValue()).isEqualTo(120_000);
        assertThat(released.at("/released/totalPence").longValue()).isEqualTo(40_000 + 48_000);
        assertThat(released.at("/notReleased/0/code").textValue()).isEqualTo("PAYMENTS_SUSPENDED");
        var changed = line(releaser, run, council.budget("n2"));
        assertThat(changed.path("previewedPence").longValue()).isEqualTo(40_000);
        assertThat(changed.path("releasedPence").longValue()).isEqualTo(48_000);
    }

    @Test
    void an_overpayment_is_taken_off_where_that_is_asked_for() {
        var council = new Council(LEDGER, "netting");
        council.ready("dora", P1, 20_000);
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "netting");
        released(
                releaser,
                "/v1/pay-runs/" + previewed(releaser, P2).path("payRunId").textValue());
        // Four weeks at 5.00 less were paid too much.
        revise(council, "dora", 19_500, LocalDate.of(2025, 5, 5));
        assertThat(previewed(releaser, P3).at("/previewed/totalPence").longValue())
                .isEqualTo(78_000);
        var net = previewed(releaser, "{\"periodFrom\": \"2025-06-02\", \"netOverpayments\": true}");
        assertThat(net.at("/previewed/totalPence").longValue()).isEqualTo(76_000);
    }

    @Test
    void a_request_that_is_sent_again_is_the_same_run() {
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "emptiness");
        eventually(() -> releaser.post("/v1/pay-runs", "pay-run-of-june", P3).status() != 503);
        var first = releaser.post("/v1/pay-runs", "pay-run-of-june", P3);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(202);
        assertThat(releaser.post("/v1/pay-runs", "pay-run-of-june", P3).text("payRunId"))
                .isEqualTo(first.text("payRunId"));
        var other = releaser.post("/v1/pay-runs", "pay-run-of-june", P2);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("COMMAND_ID_REUSED");
        var chosen = "{\"periodFrom\": \"2025-06-02\", \"payRunId\": \"" + first.text("payRunId") + "\"}";
        assertThat(releaser.post("/v1/pay-runs", chosen).text("code")).isEqualTo("ID_IN_USE");
        assertThat(releaser.post("/v1/pay-runs", "pay-run-of-july", P3, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
        assertThat(releaser.get("/v1/pay-runs").body().path("payRuns")).hasSize(1);
    }

    @Test
    void another_authority_s_runs_are_not_there() {
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "here");
        var run = "/v1/pay-runs/" + previewed(releaser, P3).path("payRunId").textValue();
        var elsewhere = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "elsewhere");
        for (var answer : List.<Answer>of(
                elsewhere.get(run),
                elsewhere.get(run + "/payments"),
                elsewhere.post(run + "/release", ""),
                elsewhere.post(run + "/payments/" + UUID.randomUUID() + "/release", ""))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("RUN_NOT_FOUND");
        }
        assertThat(elsewhere.get("/v1/pay-runs").body().path("payRuns")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOCATOR", "CARE_MANAGER", "PAYEE_SETTER", "AUDITOR", "HOLDER", "PROVIDER"})
    void nobody_but_a_releaser_runs_payments(String role) {
        var someone = LedgerClient.of(LEDGER, role, "someone", "here");
        for (var path : List.of("", "/" + UUID.randomUUID() + "/release")) {
            var answer = someone.post("/v1/pay-runs" + path, P3);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("code")).isEqualTo("ROLE_NOT_ALLOWED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOLDER", "PROVIDER", "IMPORTER"})
    void who_sees_no_more_than_their_own_sees_no_runs(String role) {
        assertThat(LedgerClient.of(LEDGER, role, "someone", "here")
                        .get("/v1/pay-runs")
                        .status())
                .isEqualTo(403);
    }

    /** Amara, Gwen, Hal and Ines can be paid; Ben, Cath, Dev, Ewa and Farid each cannot for a reason of their own. */
    private static Council nineBudgets(String authority) {
        var council = new Council(LEDGER, authority);
        council.ready("amara", P1, 26_000);
        council.send(
                Role.ALLOCATOR,
                new AssessContribution(
                        council.id("amara", "assess"),
                        council.budget("amara"),
                        FundingStream.SOCIAL_CARE,
                        Money.ofPence(4_327),
                        P1,
                        null,
                        null));
        council.allocated("ben", P1, 10_000, null);
        council.held("ben", P1, List.of(self(council, "ben")));
        council.allocated("cath", P1, 10_000, null);
        council.told("cath", P1);
        council.held("cath", P1, List.of(self(council, "cath")));
        council.payee("cath");
        council.allocated("dev", P1, 10_000, PayCycle.CALENDAR_MONTHS);
        council.ready("ewa", P1, 10_000);
        council.send(
                Role.CARE_MANAGER,
                new SuspendPayments(
                        council.id("ewa", "suspend"),
                        council.budget("ewa"),
                        new FreeText("In hospital."),
                        LocalDate.of(2025, 5, 20)));
        council.allocated("farid", P1, 10_000, null);
        council.told("farid", P1);
        council.allocated("gwen", P1, 20_000, null);
        council.told("gwen", P1);
        council.held(
                "gwen",
                P1,
                List.of(
                        new Deployment(
                                Council.SELF,
                                DegreeOfControl.SELF,
                                council.person("gwen"),
                                List.of(new Share(FundingStream.SOCIAL_CARE, 3)),
                                null),
                        new Deployment(
                                new DeploymentId("fund"),
                                DegreeOfControl.PROVIDER_FUND,
                                council.person("provider"),
                                List.of(new Share(FundingStream.SOCIAL_CARE, 1)),
                                true)));
        council.payee("gwen");
        council.verified("gwen");
        halWithArrears(council, authority);
        inesFromJune(council);
        return council;
    }

    /** Paid P2 at 175.00 a week; then 182.00 is agreed from its first day on, so that 28.00 is owed. */
    private static void halWithArrears(Council council, String authority) {
        council.ready("hal", P1, 17_500);
        LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", authority)
                .post("/v1/budgets/" + council.budget("hal") + "/payments", """
                        {"deployment": "self", "periodFrom": "2025-05-05", "periodTo": "2025-06-01"}""")
                .accepted();
        revise(council, "hal", 18_200, LocalDate.of(2025, 5, 5));
    }

    /** 100.00 a week from 9 June: three weeks of P3. */
    private static void inesFromJune(Council council) {
        var june = LocalDate.of(2025, 6, 9);
        council.allocated("ines", june, 10_000, null);
        council.told("ines", P1);
        council.send(
                Role.CARE_MANAGER,
                new SetDeployments(
                        council.id("ines", "deploy"),
                        council.budget("ines"),
                        List.of(self(council, "ines")),
                        june,
                        null));
        council.send(
                Role.CARE_MANAGER,
                new SignAgreement(
                        council.id("ines", "sign"),
                        council.budget("ines"),
                        new ItemId(UUID.randomUUID()),
                        Council.SELF,
                        LocalDate.of(2025, 5, 20),
                        june,
                        null,
                        null,
                        null));
        council.payee("ines");
        council.verified("ines");
    }

    private static Deployment self(Council council, String name) {
        return new Deployment(Council.SELF, DegreeOfControl.SELF, council.person(name), null, null);
    }

    private static void revise(Council council, String name, long weekly, LocalDate from) {
        council.send(
                Role.ALLOCATOR,
                new ReviseAllocation(
                        council.id(name, "revise"),
                        council.budget(name),
                        new ItemId(UUID.randomUUID()),
                        FundingStream.SOCIAL_CARE,
                        Money.ofPence(weekly),
                        null,
                        null,
                        from,
                        null,
                        new FreeText("What the agency charges changed."),
                        null));
    }

    /** Whoever is missing from the list of budgets would not be paid, and nobody would notice. */
    @Test
    void no_run_begins_while_a_new_budget_is_parked() {
        var projections = LEDGER.bean(Projections.class);
        var jdbc = LEDGER.bean(JdbcClient.class);
        var releaser = LedgerClient.of(LEDGER, "RELEASER", "r.ahmed", "latecomer");
        jdbc.sql("ALTER TABLE budget ADD CONSTRAINT nobody CHECK (authority <> 'latecomer') NOT VALID")
                .update();
        try {
            LedgerClient.of(LEDGER, "ALLOCATOR", "j.okafor", "latecomer").openBudgetWith(10_000);
            eventually(projections::lacksBudgets);
            var refused = releaser.post("/v1/pay-runs", P3);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("VIEW_BEHIND");
        } finally {
            jdbc.sql("ALTER TABLE budget DROP CONSTRAINT nobody").update();
        }
        assertThat(projections.retry(Projection.BUDGETS)).isZero();
        var run = previewed(releaser, P3).path("payRunId").textValue();
        assertThat(jdbc.sql("SELECT count(*) FROM run_item WHERE run_id = ?::uuid")
                        .param(run)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static JsonNode previewed(LedgerClient releaser, String body) {
        var key = UUID.randomUUID().toString();
        // On a busy machine the views may be behind for longer than a request waits.
        eventually(() -> releaser.post("/v1/pay-runs", key, body).status() != 503);
        var started = releaser.post("/v1/pay-runs", key, body);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        var run = "/v1/pay-runs/" + started.text("payRunId");
        eventually(() -> releaser.get(run).text("state").equals("PREVIEWED"));
        return releaser.get(run).body();
    }

    private static JsonNode released(LedgerClient releaser, String run) {
        var asked = releaser.post(run + "/release", "");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        eventually(() -> releaser.get(run).text("state").equals("RELEASED"));
        return releaser.get(run).body();
    }

    private static JsonNode line(LedgerClient reader, String run, BudgetId budget) {
        for (var line : reader.get(run + "/payments?limit=200").body().path("payments")) {
            if (line.path("budgetId").textValue().equals(budget.toString())) {
                return line;
            }
        }
        throw new AssertionError("the run has no line of " + budget);
    }

    private static long payments(BudgetId budget) {
        return LEDGER.bean(JdbcClient.class)
                .sql(
                        "SELECT count(*) FROM DomainEventEntry WHERE aggregateIdentifier = ? AND payloadType LIKE '%.PaymentReleased'")
                .param(budget.toString())
                .query(Long.class)
                .single();
    }
}
