package org.budgetledger.projections.explanation;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.projections.recovery.Surplus;

/** The terms of R24, account by account. */
final class SurplusItems {
    private SurplusItems() {}

    static List<ExplainedItem> of(Asked asked, SurplusWeeks weeks) {
        var setAside = SetAsideItems.of(asked);
        return Surplus.of(asked.book(), asked.day(), weeks).stream()
                .filter(surplus -> asked.about(surplus.key()))
                .flatMap(surplus -> of(surplus, setAside, asked).stream())
                .toList();
    }

    private static List<ExplainedItem> of(Surplus surplus, List<ExplainedItem> setAside, Asked asked) {
        var account = surplus.account();
        var items = new ArrayList<ExplainedItem>();
        add(items, ExplainedItem.Type.HELD, "What the account holds.", surplus, account.balance(), asked);
        add(
                items,
                ExplainedItem.Type.PRIVATE_MONEY,
                "The person’s own money in it.",
                surplus,
                account.privateMoney().negated(),
                asked);
        add(
                items,
                ExplainedItem.Type.SUSPENSE,
                "Credits that no one has explained yet.",
                surplus,
                account.suspense().negated(),
                asked);
        setAside.stream()
                .filter(item -> surplus.key().equals(new AccountKey(item.deployment(), item.stream())))
                .forEach(items::add);
        add(
                items,
                ExplainedItem.Type.WEEKS_KEPT,
                "%d weeks at %s, which it may keep.".formatted(surplus.weeks(), surplus.weekly()),
                surplus,
                surplus.kept().negated(),
                asked);
        add(
                items,
                ExplainedItem.Type.BELOW_THRESHOLD,
                "It holds less than it may keep, so there is no surplus.",
                surplus,
                surplus.amount().minus(surplus.beyond()),
                asked);
        return items;
    }

    private static void add(
            List<ExplainedItem> items,
            ExplainedItem.Type type,
            String inWords,
            Surplus surplus,
            Money amount,
            Asked asked) {
        if (!amount.isZero()) {
            items.add(new ExplainedItem(
                    null, type, inWords, surplus.key().deployment(), surplus.key().stream(), asked.day(), amount));
        }
    }
}
