package org.budgetledger.api;

/** What a person or machine may do (domain §7). Those from {@link #HOLDER} on are bound to the budgets a token names. */
public enum Role {
    ALLOCATOR,
    PANEL,
    CARE_MANAGER,
    PAYEE_SETTER,
    RELEASER,
    AUTHORISER,
    IMPORTER,
    RECONCILER,
    SIGNER,
    RECOVERY,
    WRITE_OFF_APPROVER,
    AUDITOR,
    DATA_PROTECTION,
    HOLDER,
    REPRESENTATIVE,
    TRUSTEE,
    AGENT,
    PROVIDER,
    LEAD_PROFESSIONAL;

    /** Whether the role counts only for the budgets that the token names. */
    public boolean boundToBudget() {
        return compareTo(HOLDER) >= 0;
    }
}
