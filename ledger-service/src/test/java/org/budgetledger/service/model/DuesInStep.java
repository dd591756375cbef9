package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.entitlement.Settlement;
import org.jspecify.annotations.Nullable;

/** What must hold of a budget's dues after every step: the model's figures, and R12 and R16 for themselves. */
final class DuesInStep {
    private DuesInStep() {}

    static @Nullable String difference(ModelBudget model, Dues before, Dues dues, LocalDate today) {
        for (var span : dues.mayDifferFrom(before) ? dues.settlement().spans() : List.<Settlement.Span>of()) {
            var difference = unsettled(span, dues);
            if (difference != null) {
                return difference;
            }
        }
        var expected = model.items.stream()
                .map(item -> item.id + " " + item.kind + " " + item.account + " " + item.identified + " left "
                        + item.outstanding)
                .sorted()
                .collect(Collectors.joining("\n"));
        var actual = dues.owed().items().stream()
                .map(item -> item.id() + " " + item.kind() + " " + item.deployment() + "/" + item.stream() + " "
                        + item.identified().pence() + " left "
                        + item.outstanding().pence())
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!expected.equals(actual)) {
            return "owed by the rules:\n" + expected + "\nby the decider:\n" + actual;
        }
        for (var account : model.accounts()) {
            if (!ModelRules.MEANS_TESTED.contains(account.stream())) {
                continue;
            }
            var arrears = Contributing.arrears(model, account, today);
            var found = dues.contributionArrears(account, model.notional(account.deployment()), today)
                    .pence();
            if (arrears != found) {
                return account + " arrears of contributions: " + arrears + " by the rules, " + found
                        + " by the decider";
            }
        }
        return null;
    }

    /** R16: what was released of settled days, with every adjustment since, is what is due of them. */
    private static @Nullable String unsettled(Settlement.Span span, Dues dues) {
        var settled = span.settled().stream().map(SettledSum::amount).reduce(Money.ZERO, Money::plus);
        var due = Due.to(span.deployment(), span.from(), span.to(), dues.book()).of(span.stream());
        return settled.equals(due) ? null : span + " is settled with " + settled + ", and " + due + " is due";
    }
}
