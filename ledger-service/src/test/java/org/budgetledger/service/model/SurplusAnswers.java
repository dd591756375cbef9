package org.budgetledger.service.model;

import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Amount;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.Liability;
import org.budgetledger.api.budget.recovery.SurplusIdentified;

/** R24: surplus = balance − earmarks − known liabilities − eight weeks of the gross rate; private money is counted apart. */
final class SurplusAnswers {
    private static final int WEEKS_KEPT = 8;

    private SurplusAnswers() {}

    static void identify(IdentifySurplus c, ModelBudget budget, Answer answer) {
        answer.refuseIf(
                budget.all(IdentifySurplus.class).stream()
                        .anyMatch(each -> each.surplusId().equals(c.surplusId())),
                "ID_IN_USE");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null) {
            return;
        }
        answer.refuseIf(budget.notional(deployment), "NOTIONAL_DEPLOYMENT");
        var account = new AccountKey(deployment, c.stream());
        var on = c.effectiveOn();
        var book = budget.book();
        var rate = book.endedBefore(on) ? null : book.rate(c.stream(), on);
        var weekly = rate == null ? 0 : book.part(rate.pence(), deployment, c.stream(), on);
        var contribution = rate == null ? 0 : book.part(book.contribution(c.stream(), on), deployment, c.stream(), on);
        var liabilities = Objects.requireNonNullElse(c.liabilities(), List.<Liability>of());
        var privately = c.privateMoney() == null
                ? privately(budget, account)
                : c.privateMoney().pence();
        var surplus = budget.balance(on, account)
                - privately
                - budget.unexplained(account)
                - budget.earmarked(account)
                - budget.authorised(on, account)
                - liabilities.stream().mapToLong(each -> each.amount().pence()).sum()
                - WEEKS_KEPT * weekly;
        answer.refuseIf(surplus <= 0, new Why("NO_SURPLUS", "below " + -surplus));
        if (answer.refused()) {
            return;
        }
        var shares = weekly == 0
                ? List.of(surplus, 0L)
                : NaiveArithmetic.split(surplus, List.of(weekly - contribution, contribution));
        answer.happened(
                budget.id,
                new SurplusIdentified(
                        c.surplusId(),
                        deployment,
                        c.stream(),
                        Money.ofPence(budget.balance(on, account)),
                        Money.ofPence(privately),
                        Money.ofPence(budget.unexplained(account)),
                        Money.ofPence(budget.earmarked(account)),
                        Money.ofPence(budget.authorised(on, account)),
                        liabilities,
                        Money.ofPence(weekly),
                        WEEKS_KEPT,
                        Money.ofPence(WEEKS_KEPT * weekly),
                        Amount.ofPence(surplus),
                        Money.ofPence(shares.get(0)),
                        Money.ofPence(shares.get(1)),
                        on));
    }

    /** All top-ups that stand, as far as the balance goes. */
    static long privately(ModelBudget budget, AccountKey account) {
        var topUps = 0L;
        for (var line : budget.lines) {
            if (line.account().equals(account) && !budget.reversed(line.id()) && TopUps.isTopUp(budget, line)) {
                topUps += line.pence();
            }
        }
        return Math.max(0, Math.min(topUps, budget.held(account)));
    }
}
