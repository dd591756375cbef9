package org.budgetledger.projections.stream;

/** One way of writing to a table. */
public record Statement(String table, String sql) {}
