package org.budgetledger.api;

import java.util.UUID;

/** The identity of one append-only event stream: a budget's or a pool's. */
public sealed interface StreamId permits BudgetId, PoolId {
    UUID value();
}
