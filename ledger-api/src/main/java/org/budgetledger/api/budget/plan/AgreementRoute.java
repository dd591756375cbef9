package org.budgetledger.api.budget.plan;

/** How a plan was agreed. */
public enum AgreementRoute {
    CARE_MANAGER,
    PANEL,
    DELEGATED
}
