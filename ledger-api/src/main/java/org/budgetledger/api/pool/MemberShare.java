package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;

/** One member's part of a sum. Negative never; nothing is possible where a sum is smaller than the members are many. */
public record MemberShare(
        BudgetId budgetId, @JsonProperty("sharePence") Money share) {}
