package org.budgetledger.api.budget.transfer;

import org.budgetledger.api.budget.BudgetCommand;

/** Moving money within one budget. */
public sealed interface TransferCommand extends BudgetCommand permits MoveBetweenDeployments, TransferBetweenStreams {}
