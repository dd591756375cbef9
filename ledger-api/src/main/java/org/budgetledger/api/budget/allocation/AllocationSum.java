package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.jspecify.annotations.Nullable;

/** The two forms that an allocation takes. */
final class AllocationSum {
    private AllocationSum() {}

    static void check(
            @Nullable Amount weekly,
            @Nullable Amount oneOff,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {
        if ((weekly == null) == (oneOff == null)) {
            throw new IllegalArgumentException("exactly one of weeklyPence and oneOffPence must be given");
        }
        if (oneOff != null && effectiveTo != null) {
            throw new IllegalArgumentException("effectiveTo goes with weeklyPence only");
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("effectiveTo must not be before effectiveFrom");
        }
    }
}
