package org.budgetledger.service.model;

import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.ResolveCredit;

/** The person's own money on top (R14). */
final class TopUps {
    private TopUps() {}

    static boolean isTopUp(ModelBudget budget, MoneyLine line) {
        return line.kind() == MoneyLine.Kind.TOP_UP
                || (line.kind() == MoneyLine.Kind.CREDIT
                        && budget.all(ResolveCredit.class).stream()
                                .anyMatch(each ->
                                        each.creditId().equals(line.id()) && each.resolvedAs() == CreditKind.TOP_UP));
    }
}
