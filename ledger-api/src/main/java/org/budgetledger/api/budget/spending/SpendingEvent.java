package org.budgetledger.api.budget.spending;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link SpendingCommand}. */
public sealed interface SpendingEvent extends BudgetEvent
        permits SpendAuthorised,
                AuthorisationCancelled,
                SpendRecorded,
                RefundReceived,
                EntryReversed,
                SpendQueried,
                QueryAnswered,
                SpendAccepted,
                SpendDisallowed {}
