package org.budgetledger.api.budget.ending;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;

/**
 * Closes a budget. Refused {@code STILL_OPEN}, naming what is, unless every account that holds money is at zero and nothing is
 * open (R28): no earmark, authorisation, query, challenge, unexplained credit, debt, arrears or share in a pool; and {@code ALREADY_SETTLED} where days after {@code effectiveOn} have been paid for.
 *
 * @param effectiveOn the last day that anything can fall due on, where the budget has not ended before
 */
public record CloseBudget(
        CommandId commandId,
        BudgetId budgetId,
        FreeText reason,
        @DefaultsToToday LocalDate effectiveOn) implements EndingCommand {}
