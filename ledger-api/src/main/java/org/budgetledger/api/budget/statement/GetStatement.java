package org.budgetledger.api.budget.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Role;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.StreamQuery;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a budget in the order of their accounting dates.
 *
 * @param moment the last day of the statement and what was known of it; {@link Moment#NOW} for all that is recorded
 * @param from the first day of the statement; what came before is its opening balance. None for the beginning
 * @param viewer a care manager does not see what was bought unless it is being asked about (R30)
 */
public record GetStatement(
        AuthorityId authority,
        BudgetId budgetId,
        Role viewer,
        Moment moment,
        @Nullable LocalDate from,
        Paging paging,
        LocalDate today,
        long minVersion)
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
