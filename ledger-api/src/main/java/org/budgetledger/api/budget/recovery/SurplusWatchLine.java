package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.AsAt;
import org.jspecify.annotations.Nullable;

/**
 * One account that holds more than so many weeks of its rate.
 *
 * @param weekly its part of the gross weekly rate
 * @param weeksHeld how many whole weeks of that rate the balance would last; none where nothing falls due any more
 * @param weeksKept the weeks that the budget's policy leaves
 * @param threshold that rate for those weeks
 * @param surplus what is left of the balance beyond the threshold and everything that is set aside or the person's own; known
 *     liabilities that are not in the ledger are not taken off (R24)
 */
public record SurplusWatchLine(
        BudgetId budgetId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("weeklyPence") Money weekly,
        @Nullable Long weeksHeld,
        int weeksKept,
        @JsonProperty("thresholdPence") Money threshold,
        @JsonProperty("privatePence") Money privateMoney,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("surplusPence") Money surplus,
        AsAt asAt) {}
