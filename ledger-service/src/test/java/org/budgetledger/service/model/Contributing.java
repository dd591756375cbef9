package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.ResolveCredit;

/** What the person was to pay and what of it they paid; the rest is owed by derivation (R12). */
final class Contributing {
    private Contributing() {}

    static long arrears(ModelBudget budget, AccountKey account, LocalDate today) {
        return Math.max(0, due(budget, account, today) - paid(budget, account) - budget.writtenOff(account));
    }

    /** For the days that payments stand for; where no money is held, for the days that have come. */
    private static long due(ModelBudget budget, AccountKey account, LocalDate today) {
        return budget.notional(account.deployment())
                ? budget.contributed(today, account)
                : budget.spans.stream()
                        .filter(span -> span.paid && span.account.equals(account))
                        .mapToLong(budget::contributed)
                        .sum();
    }

    private static long paid(ModelBudget budget, AccountKey account) {
        var paid = 0L;
        for (var line : budget.lines) {
            if (line.account().equals(account)
                    && !budget.reversed(line.id())
                    && (line.kind() == MoneyLine.Kind.CONTRIBUTION
                            || (line.kind() == MoneyLine.Kind.CREDIT && isContribution(budget, line)))) {
                paid += line.pence();
            }
        }
        return paid;
    }

    private static boolean isContribution(ModelBudget budget, MoneyLine credit) {
        return budget.all(ResolveCredit.class).stream()
                .anyMatch(each -> each.creditId().equals(credit.id()) && each.resolvedAs() == CreditKind.CONTRIBUTION);
    }
}
