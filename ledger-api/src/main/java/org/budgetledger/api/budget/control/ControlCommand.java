package org.budgetledger.api.budget.control;

import org.budgetledger.api.budget.BudgetCommand;

/** Choosing how much control to take, and taking it. */
public sealed interface ControlCommand extends BudgetCommand
        permits ChooseControl, SetDeployments, SignAgreement, ChangeTrustees, LapseAgreement, SetPayee, VerifyPayee {}
