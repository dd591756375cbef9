package org.budgetledger.api.reading;

import java.time.Instant;

/**
 * The state of a stream that a view was made from, so that two views can be told to speak of the same moment.
 *
 * @param knownAt when the last event that counts was recorded
 * @param streamVersion the version of that event
 * @param chainHash the hash of the chain up to and including it
 */
public record AsAt(Instant knownAt, long streamVersion, String chainHash) {}
