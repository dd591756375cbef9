package org.budgetledger.api.budget.control;

import org.budgetledger.api.budget.BudgetEvent;

/** What came of a {@link ControlCommand}. */
public sealed interface ControlEvent extends BudgetEvent
        permits ControlChosen,
                DeploymentsSet,
                AgreementSigned,
                TrusteesChanged,
                AgreementLapsed,
                PayeeSet,
                PayeeVerified {}
