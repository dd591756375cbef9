package org.budgetledger.api.reading;

import java.time.LocalDate;
import org.budgetledger.api.AuthorityId;

/** A question to the read side, answered with a {@link Reading} of a {@code V}. */
public interface LedgerQuery<V extends View> {
    /** Whose streams are asked about: those of another authority are not found (R31). */
    AuthorityId authority();

    /** The civil date in London that the answer is for; the read side has no clock of its own. */
    LocalDate today();

    /** What a {@link Reading.Found} holds. */
    Class<V> answers();
}
