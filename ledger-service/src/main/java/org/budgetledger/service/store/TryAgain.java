package org.budgetledger.service.store;

/**
 * What a node tells another, in the details of a failed command, where nothing is wrong with the command: another writer was
 * first, or the store or the database is away.
 *
 * @param why for whoever reads the log of the node that asked
 */
public record TryAgain(String why) {}
