package org.budgetledger.api.budget.ending;

/** What stands in the way of closing a budget (R28). */
public enum OpenMatter {
    /** An account that holds money is not at zero. */
    BALANCE,
    EARMARKS,
    AUTHORISATIONS,
    UNEXPLAINED_CREDITS,
    QUERIES,
    CHALLENGES,
    /** An overpayment, a disallowed spend or arrears of contributions. */
    DEBTS,
    /** Something is owed to the holder. */
    ARREARS,
    /** A share in a pool. */
    POOLS
}
