package org.budgetledger.projections.period;

import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.period.Figures;

/**
 * One account in a pack.
 *
 * @param entitled what came due; counts only where the account holds no money
 */
record AccountFigures(AccountKey key, Rows<LineKind> lines, Figures entitled) {
    Figures balance() {
        return lines.total().plus(entitled);
    }
}
