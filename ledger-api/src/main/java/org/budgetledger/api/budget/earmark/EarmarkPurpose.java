package org.budgetledger.api.budget.earmark;

/** What money is set aside for. */
public enum EarmarkPurpose {
    CONTINGENCY,
    SAVINGS_GOAL,
    TAX,
    HOLIDAY_PAY,
    REDUNDANCY
}
