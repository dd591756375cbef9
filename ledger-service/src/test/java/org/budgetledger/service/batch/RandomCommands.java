package org.budgetledger.service.batch;

import static org.budgetledger.service.batch.BatchTest.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Commands at random, sound ones and others, to a few budgets and pools: what one does depends on those before it. */
final class RandomCommands {
    private static final int BUDGETS = 9;
    private static final int POOLS = 2;

    /** One command: its id, where it is posted to, and its body. */
    record One(String id, String post, String body) {
        String batched() {
            return command(id, post, body);
        }
    }

    private final Random random;
    private final List<String> budgets;
    private final List<String> pools;
    private final List<One> before = new ArrayList<>();

    RandomCommands(long seed) {
        random = new Random(seed);
        budgets = IntStream.range(0, BUDGETS).mapToObj(_ -> uuid()).toList();
        pools = IntStream.range(0, POOLS).mapToObj(_ -> uuid()).toList();
    }

    /** Every stream that the commands may write to. */
    List<String> streams() {
        var all = new ArrayList<>(budgets);
        all.addAll(pools);
        return all;
    }

    List<One> next(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    var one = next();
                    before.add(one);
                    return one;
                })
                .toList();
    }

    private One next() {
        var budget = "/v1/budgets/" + oneOf(budgets);
        return switch (random.nextInt(20)) {
            case 0, 1 -> opening();
            case 2, 3 -> one(budget + "/allocations", """
                        {"stream": "SOCIAL_CARE", "oneOffPence": %d, "effectiveFrom": "2025-04-01"}""".formatted(pence()));
            case 4, 5, 6 ->
                one(
                        budget + "/authorisations",
                        "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": %d, \"effectiveOn\": \"2025-05-06\"}"
                                .formatted(pence()));
            case 7, 8 -> one(budget + "/earmarks", """
                        {"stream": "SOCIAL_CARE", "amountPence": %d, "purpose": "CONTINGENCY",
                         "effectiveOn": "2025-05-06"}""".formatted(pence()));
            case 9 -> one(budget + "/spends", "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": -1}");
            case 10 -> one(budget + "/spent", "{}");
            case 11, 12 -> again();
            case 13 -> pooling();
            case 14 -> one("/v1/pools/" + oneOf(pools) + "/contributions", """
                        {"budgetId": "%s", "stream": "SOCIAL_CARE", "amountPence": %d,
                         "effectiveOn": "2025-05-06"}""".formatted(oneOf(budgets), pence()));
            default -> one(budget + "/spends", BatchTest.spendBody(pence()));
        };
    }

    private One opening() {
        var budget = oneOf(budgets);
        return one(
                "/v1/budgets",
                "{\"budgetId\": \"%s\", \"personRef\": \"P-%s\", \"openedOn\": \"2025-04-01\"}"
                        .formatted(budget, budget));
    }

    private One pooling() {
        var first = oneOf(budgets);
        var second = oneOf(budgets);
        return one("/v1/pools", """
                {"poolId": "%s", "purpose": "An art class", "effectiveOn": "2025-05-06", "members": [
                 {"budgetId": "%s", "stream": "SOCIAL_CARE", "amountPence": %d},
                 {"budgetId": "%s", "stream": "SOCIAL_CARE", "amountPence": %d}]}""".formatted(oneOf(pools), first, pence(), second, pence()));
    }

    /** A command once more, or another to the same stream under its id. */
    private One again() {
        if (before.isEmpty()) {
            return opening();
        }
        var one = oneOf(before);
        return random.nextBoolean() || !one.post().endsWith("/spends")
                ? one
                : new One(one.id(), one.post(), BatchTest.spendBody(pence()));
    }

    private One one(String post, String body) {
        return new One("random-" + uuid(), post, body);
    }

    private long pence() {
        return random.nextLong(1, 5_000);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
