package org.budgetledger.api.pool;

/** What an entry of a pool is. */
public enum PoolEntryKind {
    CONTRIBUTION,
    SPEND,
    REFUND,
    RETURN
}
