package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/** What was spent towards one outcome, less refunds; on none in particular where the outcome is left out. */
public record SpentOnOutcome(
        @Nullable ItemId outcomeId,
        @Nullable FreeText inTheirWords,
        @JsonProperty("spentPence") Money spent) {}
