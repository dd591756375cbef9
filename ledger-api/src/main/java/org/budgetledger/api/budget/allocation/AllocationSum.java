package org.budgetledger.api.budget.allocation;

import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** The two forms that an allocation takes. */
final class AllocationSum {
    private AllocationSum() {}

    static void checkRevised(
            @Nullable Money weekly,
            @Nullable Money oneOff,
            @Nullable ItemId revises,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {
        if ((weekly == null) == (oneOff == null)) {
            throw new IllegalArgumentException("exactly one of weeklyPence and oneOffPence must be given");
        }
        var sum = weekly == null ? oneOff : weekly;
        if (sum != null && (sum.isNegative() || sum.pence() > Amount.MAX_PENCE)) {
            throw new IllegalArgumentException("a revised sum must be from 0 to " + Amount.MAX_PENCE);
        }
        if ((oneOff == null) != (revises == null)) {
            throw new IllegalArgumentException("revises goes with oneOffPence, and oneOffPence with revises");
        }
        if (oneOff != null && effectiveTo != null) {
            throw new IllegalArgumentException("effectiveTo goes with weeklyPence only");
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("effectiveTo must not be before effectiveFrom");
        }
    }

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
