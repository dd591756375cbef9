package org.budgetledger.service.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.function.UnaryOperator;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** R5: whoever changes what Axon Server has stored is found out, and where; and one bad event does not stop the others. */
class TamperedServerTest {
    private static final AxonServerStandIn SERVER = new AxonServerStandIn();
    private static final RunningLedger LEDGER = RunningLedger.start(SERVER.settings("one"));

    private final LedgerClient officer = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
    private final LedgerClient auditor = LedgerClient.as(LEDGER, "AUDITOR", "a.audit");

    @AfterAll
    static void stop() {
        LEDGER.close();
        SERVER.close();
    }

    @Test
    void an_untouched_chain_is_whole() {
        var report = auditor.get("/v1/budgets/" + budgetOfTen() + "/chain/verification");

        assertThat(report.body().required("whole").asBoolean()).isTrue();
        assertThat(report.number("verifiedVersions")).isEqualTo(10);
    }

    @Test
    void a_changed_amount_is_found_at_its_version() {
        var budget = budgetOfTen();
        SERVER.alter(budget, 4, payload("\"amountPence\":105", "\"amountPence\":106"));

        assertThat(firstBadVersion(budget)).isEqualTo(5);
    }

    @Test
    void something_added_that_no_type_knows_of_is_found_at_its_version() {
        var budget = budgetOfTen();
        SERVER.alter(budget, 4, payload("\"amountPence\":105", "\"amountPence\":105,\"aside\":1"));

        assertThat(firstBadVersion(budget)).isEqualTo(5);
    }

    @Test
    void a_changed_instant_is_found_at_its_version() {
        var budget = budgetOfTen();
        SERVER.alter(
                budget,
                6,
                event ->
                        event.toBuilder().setTimestamp(event.getTimestamp() + 1).build());

        assertThat(firstBadVersion(budget)).isEqualTo(7);
    }

    @Test
    void a_changed_actor_is_found_at_its_version() {
        var budget = budgetOfTen();
        SERVER.alter(
                budget,
                2,
                event -> event.toBuilder()
                        .putMetaData(
                                "actor",
                                MetaDataValue.newBuilder()
                                        .setTextValue("m.nobody")
                                        .build())
                        .build());

        assertThat(firstBadVersion(budget)).isEqualTo(3);
    }

    @Test
    void a_sweep_over_all_chains_names_the_one_that_was_changed() {
        var budget = budgetOfTen();
        SERVER.alter(budget, 4, payload("\"amountPence\":105", "\"amountPence\":106"));
        var operator = LedgerClient.operator(LEDGER);

        operator.post("/v1/operations/chains/sweep", "");
        LedgerClient.eventually(() -> operator.get("/v1/operations/chains")
                .body()
                .required("sweepGoingOn")
                .isNull());

        // Other tests leave broken chains behind.
        assertThat(operator.get("/v1/operations/chains").body().required("broken"))
                .anySatisfy(chain -> {
                    assertThat(chain.required("streamId").asText()).isEqualTo(budget);
                    assertThat(chain.required("firstBadVersion").asLong()).isEqualTo(5);
                });
    }

    @Test
    void a_removed_tail_is_found_where_it_begins() {
        var budget = budgetOfTen();
        // What the read side has seen is what shows that there was more.
        assertThat(auditor.get("/v1/budgets/" + budget + "/chain/verification").status())
                .isEqualTo(200);
        SERVER.cutOff(budget, 8);

        assertThat(firstBadVersion(budget)).isEqualTo(9);
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_with_its_stream_while_others_go_on() {
        var bad = officer.openBudgetWith(100_000);
        var good = officer.openBudgetWith(50_000);
        var operator = LedgerClient.operator(LEDGER);
        SERVER.alter(bad, 1, payload("\"oneOffPence\":100000", "\"oneOffPence\":-100000"));

        operator.post("/v1/operations/projections/budgets/rebuild", "");
        LedgerClient.eventually(() -> !operator.get("/v1/operations/projections/budgets/dead-letters")
                .body()
                .isEmpty());
        assertThat(operator.get("/v1/operations/projections/budgets/dead-letters")
                        .body())
                .allSatisfy(
                        event -> assertThat(event.required("streamId").asText()).isEqualTo(bad));
        LedgerClient.eventually(
                () -> officer.get("/v1/budgets/" + good + "/balance").status() == 200);
        assertThat(officer.get("/v1/budgets/" + good + "/balance").number("balancePence"))
                .isEqualTo(50_000);
        assertThat(officer.get("/v1/budgets/" + bad + "/balance").status()).isEqualTo(503);

        SERVER.alter(bad, 1, payload("\"oneOffPence\":-100000", "\"oneOffPence\":100000"));
        operator.post("/v1/operations/projections/budgets/rebuild", "");
        LedgerClient.eventually(
                () -> officer.get("/v1/budgets/" + bad + "/balance").status() == 200);
        assertThat(operator.get("/v1/operations/projections/budgets/dead-letters")
                        .body())
                .isEmpty();
    }

    private static UnaryOperator<Event> payload(String from, String to) {
        return event -> {
            var text = event.getPayload().getData().toStringUtf8();
            assertThat(text).contains(from);
            return event.toBuilder()
                    .setPayload(event.getPayload().toBuilder().setData(ByteString.copyFromUtf8(text.replace(from, to))))
                    .build();
        };
    }

    private String budgetOfTen() {
        var budget = officer.openBudgetWith(100_000);
        for (var i = 3; i <= 10; i++) {
            officer.post("/v1/budgets/" + budget + "/spends", """
                            {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                             "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""".formatted(100 + i))
                    .accepted();
        }
        return budget;
    }

    private long firstBadVersion(String budget) {
        var report = auditor.get("/v1/budgets/" + budget + "/chain/verification");
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        assertThat(report.body().required("whole").asBoolean()).isFalse();
        return report.number("firstBadVersion");
    }
}
