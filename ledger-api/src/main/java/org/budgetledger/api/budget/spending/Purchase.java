package org.budgetledger.api.budget.spending;

/** What was bought, where a rule depends on it (R10). */
public enum Purchase {
    AUTHORITYS_OWN_SERVICE,
    LONG_TERM_RESIDENTIAL_CARE
}
