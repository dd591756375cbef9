package org.budgetledger.api.budget.transfer;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link TransferCommand}. */
public sealed interface TransferEvent extends BudgetEvent permits MovedBetweenDeployments, TransferredBetweenStreams {}
