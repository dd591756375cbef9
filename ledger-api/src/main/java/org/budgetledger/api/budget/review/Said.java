package org.budgetledger.api.budget.review;

/** Who said it. */
public enum Said {
    HOLDER,
    REPRESENTATIVE,
    TRUSTEES,
    CARE_MANAGER,
    PROVIDER
}
