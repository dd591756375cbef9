package org.budgetledger.projections.explanation;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.facts.EntryDay;
import org.budgetledger.projections.facts.KnownFact;
import org.budgetledger.projections.words.InWords;

/** Arrears of contributions: what fell due, less what came in and what was given up. */
final class ContributionItems {
    private ContributionItems() {}

    /** Of every account that owes something, or ever had to pay something. */
    static List<ExplainedItem> of(Asked asked) {
        var due = new CameDue(asked);
        return asked.accounts().stream()
                .flatMap(account -> of(account, asked, due).stream())
                .toList();
    }

    /** Of the accounts that owe something only: those are debts. */
    static List<ExplainedItem> owing(Asked asked) {
        var due = new CameDue(asked);
        return asked.accounts().stream()
                .filter(account -> account.contributionArrears().isPositive())
                .flatMap(account -> of(account, asked, due).stream())
                .toList();
    }

    private static List<ExplainedItem> of(Account account, Asked asked, CameDue due) {
        var items = new ArrayList<>(due.contributions(account));
        items.addAll(paid(account.key(), asked));
        var left = items.stream().map(ExplainedItem::amount).reduce(Money.ZERO, Money::plus);
        if (left.isNegative()) {
            items.add(new ExplainedItem(
                    null,
                    ExplainedItem.Type.PAID_BEYOND_DUE,
                    "The person paid more than has fallen due so far, so nothing is owed.",
                    account.key().deployment(),
                    account.key().stream(),
                    asked.day(),
                    left.negated()));
        }
        return items;
    }

    private static List<ExplainedItem> paid(AccountKey account, Asked asked) {
        var cut = asked.book().cut();
        var items = new ArrayList<ExplainedItem>();
        var before = Contributions.NONE;
        for (var known : asked.book().facts().all()) {
            if (!EntryDay.of(known.event()).map(cut::leavesOut).orElse(false)) {
                var after = before.evolve(known.event());
                add(
                        items,
                        account,
                        known,
                        ExplainedItem.Type.CONTRIBUTION,
                        paid(before, account),
                        paid(after, account),
                        asked);
                add(
                        items,
                        account,
                        known,
                        ExplainedItem.Type.WRITTEN_OFF,
                        writtenOff(before, account),
                        writtenOff(after, account),
                        asked);
                before = after;
            }
        }
        return items;
    }

    private static void add(
            List<ExplainedItem> items,
            AccountKey account,
            KnownFact known,
            ExplainedItem.Type type,
            Money before,
            Money after,
            Asked asked) {
        if (!before.equals(after)) {
            items.add(new ExplainedItem(
                    known.version(),
                    type,
                    InWords.of(known.event()),
                    account.deployment(),
                    account.stream(),
                    EntryDay.of(known.event()).orElse(asked.day()),
                    before.minus(after)));
        }
    }

    private static Money paid(Contributions contributions, AccountKey account) {
        return contributions.paid().getOrDefault(account, Money.ZERO);
    }

    private static Money writtenOff(Contributions contributions, AccountKey account) {
        return contributions.writtenOff().getOrDefault(account, Money.ZERO);
    }
}
