package org.budgetledger.api.budget.recovery;

/** Why money is asked back. */
public enum RecoveryBasis {
    /** It was identified as a surplus. */
    SURPLUS,
    /** It is a debt: an overpayment or a disallowed spend. */
    DEBT,
    /** The budget has ended, and this is what remains (R22). */
    FINAL_ACCOUNT
}
