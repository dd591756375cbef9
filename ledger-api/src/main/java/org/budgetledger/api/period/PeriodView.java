package org.budgetledger.api.period;

import java.time.Instant;
import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A pay period of an authority. What is about its pack is there once it is closed, and about its signature once it is signed.
 *
 * @param closing how far its pack is, while it is being made
 * @param packFollows the pack before; none for the first
 */
public record PeriodView(
        LocalDate firstDay,
        LocalDate lastDay,
        PeriodState state,
        @Nullable ClosingProgress closing,
        @Nullable Instant closedAt,
        @Nullable ActorId closedBy,
        @Nullable Sha256 packSha256,
        @Nullable Long packBytes,
        @Nullable Sha256 packFollows,
        @Nullable PackTotals totals,
        @Nullable Instant signedAt,
        @Nullable ActorId signedBy) {}
