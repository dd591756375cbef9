package org.budgetledger.api.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.reading.StreamQuery;

/** The last version and hash that the read side has seen of a stream, so that a truncation of the store shows (R5). */
public record GetStreamHead(AuthorityId authority, UUID stream, LocalDate today, long minVersion)
        implements StreamQuery<StreamHead> {
    @Override
    public Class<StreamHead> answers() {
        return StreamHead.class;
    }
}
