package org.budgetledger.api.budget.review;

import java.time.Instant;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** Something that was decided or changed, who did it, and why. */
public record Change(
        @Nullable LocalDate effectiveOn,
        Instant recordedAt,
        String actor,
        String role,
        String inWords,
        @Nullable FreeText why) {}
