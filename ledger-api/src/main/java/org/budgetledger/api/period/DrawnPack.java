package org.budgetledger.api.period;

import java.time.LocalDate;
import org.budgetledger.api.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A pack that has been made and stored; it counts once a period has been closed with it.
 *
 * @param follows the pack whose closing figures it opens with; none for the first
 */
public record DrawnPack(
        LocalDate firstDay,
        LocalDate lastDay,
        Sha256 sha256,
        long bytes,
        @Nullable Sha256 follows,
        PackTotals totals) {}
