package org.budgetledger.api.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.Role;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.StreamQuery;

/**
 * Every event of one stream, with who, when and why (R29).
 *
 * @param viewer a care manager does not see what was bought unless it is being asked about (R30)
 */
public record GetAuditTrail(
        AuthorityId authority, UUID stream, Role viewer, Paging paging, LocalDate today, long minVersion)
        implements StreamQuery<AuditTrail> {
    @Override
    public Class<AuditTrail> answers() {
        return AuditTrail.class;
    }
}
