package org.budgetledger.service.crash;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What clients know of one budget: what the ledger acknowledged.
 *
 * @param deployment the one whose money it is; none where the authority manages it
 */
record Account(
        String budget,
        @Nullable String deployment,
        List<String> spends,
        List<String> authorisations,
        List<String> earmarks,
        AtomicInteger periods) {
    /** Those of long ago are left in peace. */
    private static final int REMEMBERED = 64;

    Account(String budget, @Nullable String deployment) {
        this(
                budget,
                deployment,
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>(),
                new AtomicInteger());
    }

    String path() {
        return "/v1/budgets/" + budget;
    }

    static void remember(List<String> items, String item) {
        items.add(item);
        if (items.size() > REMEMBERED) {
            items.removeFirst();
        }
    }

    static <T> Optional<T> some(List<T> items, RandomGenerator random) {
        var now = List.copyOf(items);
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(random.nextInt(now.size())));
    }

    /** One of them that nobody else gets. */
    static Optional<String> take(List<String> items, RandomGenerator random) {
        return some(items, random).filter(items::remove);
    }
}
