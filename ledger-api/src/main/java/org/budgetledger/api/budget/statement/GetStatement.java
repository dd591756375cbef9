package org.budgetledger.api.budget.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Role;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.StreamQuery;

/**
 * The entries of a budget in the order of their accounting dates.
 *
 * @param viewer a care manager does not see what was bought unless it is being asked about (R30)
 */
public record GetStatement(
        AuthorityId authority, BudgetId budgetId, Role viewer, Paging paging, LocalDate today, long minVersion)
        implements StreamQuery<StatementView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<StatementView> answers() {
        return StatementView.class;
    }
}
