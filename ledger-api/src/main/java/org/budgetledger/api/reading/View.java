package org.budgetledger.api.reading;

/** Something that the read side answers a query with. */
public interface View {}
