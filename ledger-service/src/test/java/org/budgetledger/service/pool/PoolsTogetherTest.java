package org.budgetledger.service.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.Test;

/** R18, on the running ledger: a pool's command happens on every stream or on none, whatever happens at the same time. */
class PoolsTogetherTest {
    private final LedgerClient officer = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");

    @Test
    void a_refusal_for_one_member_leaves_all_untouched() {
        var rich = officer.openBudgetWith(10_000);
        var poor = officer.openBudgetWith(99);

        var answer = pool(List.of(rich, poor), 100);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(answer.text("budgetId")).isEqualTo(poor);
        assertThat(answer.number("shortfallPence")).isEqualTo(1);
        for (var budget : List.of(rich, poor)) {
            assertThat(officer.get("/v1/budgets/" + budget + "/events").body().required("events"))
                    .hasSize(2);
        }
        assertThat(balance(rich)).isEqualTo(10_000);
    }

    @Test
    void sixteen_threads_that_pool_overlapping_members_overdraw_nobody_and_do_not_deadlock() {
        var members = IntStream.range(0, 6)
                .mapToObj(i -> officer.openBudgetWith(1_000))
                .toList();

        // Each thread takes three of six members, in an order of its own, eight times: £3.00 from each.
        var accepted = Together.run(16, thread -> {
                    var random = new Random(thread);
                    var pools = new ArrayList<List<String>>();
                    for (var round = 0; round < 8; round++) {
                        var some = new ArrayList<>(members);
                        Collections.shuffle(some, random);
                        var three = some.subList(0, 3);
                        var answer = pool(three, 300);
                        assertThat(answer.status()).as(answer.body().toString()).isIn(201, 409);
                        if (answer.status() == 201) {
                            pools.add(List.copyOf(three));
                        }
                    }
                    return pools;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(accepted).isNotEmpty();
        for (var member : members) {
            var times = accepted.stream().filter(pool -> pool.contains(member)).count();
            assertThat(times).isLessThanOrEqualTo(3);
            assertThat(balance(member)).isEqualTo(1_000 - 300 * times);
        }
    }

    @Test
    void members_leave_spend_and_contribute_at_once_and_the_equities_are_the_balance() {
        var members = IntStream.range(0, 4)
                .mapToObj(i -> officer.openBudgetWith(10_000))
                .toList();
        var pool = pool(members, 2_000).accepted().text("poolId");

        Together.run(12, thread -> {
            var member = members.get(thread % 4);
            return switch (thread % 3) {
                case 0 -> officer.post("/v1/pools/" + pool + "/spends", """
                            {"amountPence": 101, "effectiveOn": "2025-05-06",
                             "evidence": {"kind": "STATEMENT_LINE", "reference": "line %d"}}""".formatted(thread));
                case 1 -> officer.post("/v1/pools/" + pool + "/contributions", """
                            {"budgetId": "%s", "stream": "SOCIAL_CARE", "amountPence": 7, "effectiveOn": "2025-05-06"}""".formatted(member));
                default ->
                    officer.post(
                            "/v1/pools/" + pool + "/departures",
                            "{\"budgetId\": \"" + members.getLast() + "\", \"effectiveOn\": \"2025-05-06\"}");
            };
        });

        var view = officer.get("/v1/pools/" + pool).body();
        var equities = 0L;
        for (var member : view.required("members")) {
            equities += member.required("equityPence").asLong();
        }
        assertThat(equities).isEqualTo(view.required("balancePence").asLong());
        // Four spends of £1.01 left the council's money; the rest is in the pool or back where it came from.
        var held = members.stream().mapToLong(this::balance).sum();
        assertThat(held + view.required("balancePence").asLong()).isEqualTo(40_000 - 4 * 101);
    }

    private long balance(String budget) {
        return officer.get("/v1/budgets/" + budget + "/balance").number("balancePence");
    }

    private LedgerClient.Answer pool(List<String> members, long pence) {
        var stakes = members.stream()
                .map(member -> "{\"budgetId\": \"%s\", \"stream\": \"SOCIAL_CARE\", \"amountPence\": %d}"
                        .formatted(member, pence))
                .collect(Collectors.joining(","));
        return officer.post(
                "/v1/pools",
                "{\"purpose\": \"Art class\", \"effectiveOn\": \"2025-05-06\", \"members\": [" + stakes + "]}");
    }
}
