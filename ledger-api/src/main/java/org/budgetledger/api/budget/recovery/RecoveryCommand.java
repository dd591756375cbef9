package org.budgetledger.api.budget.recovery;

import org.budgetledger.api.budget.BudgetCommand;

/** Asking money back, fairly (R22 to R24). */
public sealed interface RecoveryCommand extends BudgetCommand
        permits IdentifySurplus, IssueRecoveryNotice, RecordRepresentation, RecoverFunds, WriteOffDebt {}
