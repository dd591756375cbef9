package org.budgetledger.api.budget.review;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.plan.OutcomeDomain;
import org.jspecify.annotations.Nullable;

/**
 * An outcome of the plan and how far it is lived.
 *
 * @param result the latest; none when no one has said yet
 */
public record OutcomeStanding(
        ItemId outcomeId,
        OutcomeDomain domain,
        FreeText inTheirWords,
        @Nullable OutcomeResult result,
        @Nullable Said saidBy,
        @Nullable LocalDate assessedOn) {}
