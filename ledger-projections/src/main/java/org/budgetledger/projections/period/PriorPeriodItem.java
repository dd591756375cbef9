package org.budgetledger.projections.period;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.Money;

/** An entry of an earlier accounting date that no earlier pack has. */
record PriorPeriodItem(
        UUID entryId,
        long version,
        String kind,
        String deployment,
        String stream,
        LocalDate effectiveOn,
        Money amount) {}
