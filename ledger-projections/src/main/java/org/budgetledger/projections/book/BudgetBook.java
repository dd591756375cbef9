package org.budgetledger.projections.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.stream.Cut;

/**
 * All that the read side holds of one budget but its single entries: every view of it is computed from this.
 *
 * @param cut how much of its history is in it
 */
public record BudgetBook(
        BudgetRow row,
        Facts facts,
        Map<AccountKey, Map<LineKind, Money>> totals,
        List<EarmarkView> earmarks,
        List<AuthorisationView> authorisations,
        Cut cut) {
    public BudgetBook {
        totals = Map.copyOf(totals);
        earmarks = List.copyOf(earmarks);
        authorisations = List.copyOf(authorisations);
    }

    /** The accounts as they stand on a day. */
    public Balances balancesOn(LocalDate today) {
        return Balances.of(totals, earmarks, authorisations, facts, today, cut);
    }
}
