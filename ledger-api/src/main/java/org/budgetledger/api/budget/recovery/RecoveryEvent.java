package org.budgetledger.api.budget.recovery;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link RecoveryCommand}. */
public sealed interface RecoveryEvent extends BudgetEvent
        permits SurplusIdentified,
                RecoveryNoticeIssued,
                RepresentationRecorded,
                FundsRecovered,
                ContributionRefunded,
                DebtWrittenOff {}
