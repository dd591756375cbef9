package org.budgetledger.service.deciding;

import java.time.Instant;
import java.time.LocalDate;
import org.budgetledger.api.Actor;
import org.budgetledger.api.CivilDates;

/**
 * What a decision may know of the world: who asks and when. Deciders have no clock; time comes in here.
 *
 * @param recordedAt the server's instant, never before the stream's last event
 */
public record Context(Actor actor, Instant recordedAt) {
    /** The civil date in London. */
    public LocalDate today() {
        return CivilDates.of(recordedAt);
    }
}
