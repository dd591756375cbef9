package org.budgetledger.service.period;

import org.budgetledger.api.ActorId;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.AccountingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A period that was closed.
 *
 * @param signedBy none before it is signed
 */
public record ClosedPeriod(
        AccountingPeriod period,
        Sha256 pack,
        ActorId closedBy,
        @Nullable ActorId signedBy) {
    ClosedPeriod signedBy(ActorId signer) {
        return new ClosedPeriod(period, pack, closedBy, signer);
    }
}
