package org.budgetledger.api.budget.entitlement;

import org.budgetledger.api.budget.BudgetEvent;

/** Days that were settled came out differently, so that what was released and what is due part ways (R16). */
public sealed interface AdjustmentEvent extends BudgetEvent permits ArrearsIdentified, OverpaymentIdentified {}
