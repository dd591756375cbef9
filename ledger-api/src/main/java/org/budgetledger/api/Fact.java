package org.budgetledger.api;

import java.time.LocalDate;

/**
 * A command that reports what has happened outside: always accepted, at most flagged (domain §2), and never dated in the
 * future (R4).
 */
public interface Fact {
    /** The civil date it happened on. */
    LocalDate effectiveOn();
}
