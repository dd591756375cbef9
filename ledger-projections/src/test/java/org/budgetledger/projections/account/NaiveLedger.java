package org.budgetledger.projections.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.AccountKey;

/** A budget's accounts as anyone would keep them in a map: the model that the read side is held against. */
final class NaiveLedger {
    private final Map<String, Long> totals = new TreeMap<>();
    private final Map<ItemId, Long> earmarks = new HashMap<>();
    private final Map<ItemId, Long> authorisations = new HashMap<>();

    void add(AccountKey account, String total, long pence) {
        totals.merge(account + " " + total, pence, Long::sum);
    }

    void setAside(ItemId earmark, long pence) {
        earmarks.merge(earmark, pence, Long::sum);
    }

    void authorise(ItemId authorisation, long pence) {
        authorisations.put(authorisation, pence);
    }

    void done(ItemId authorisation) {
        authorisations.remove(authorisation);
    }

    long total(AccountKey account, String total) {
        return totals.getOrDefault(account + " " + total, 0L);
    }

    long balance() {
        return sum(
                        "released",
                        "contributions",
                        "topUps",
                        "interest",
                        "refunds",
                        "poolReturns",
                        "transfersIn",
                        "suspense")
                - sum("spends", "poolContributions", "transfersOut");
    }

    long free() {
        return balance()
                - sum("suspense")
                - earmarks.values().stream().mapToLong(Long::longValue).sum()
                - authorisations.values().stream().mapToLong(Long::longValue).sum();
    }

    private long sum(String... names) {
        return totals.entrySet().stream()
                .filter(entry -> List.of(names).contains(entry.getKey().split(" ", -1)[1]))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
