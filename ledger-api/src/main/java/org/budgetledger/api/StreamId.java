package org.budgetledger.api;

import java.util.UUID;

/** The identity of one append-only event stream: a budget's, a pool's, or an authority's books. */
public sealed interface StreamId permits BooksId, BudgetId, PoolId {
    UUID value();
}
