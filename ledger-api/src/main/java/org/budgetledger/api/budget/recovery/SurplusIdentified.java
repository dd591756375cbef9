package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;

/**
 * An account holds more than it needs. The surplus is what is left of the balance when everything else here is taken off, and
 * the shares add up to it.
 *
 * @param weekly the gross rate, in pence a week
 * @param kept that rate for the weeks that the policy leaves
 * @param councilShare the part that came from public money
 * @param personShare the part that came from the person's contributions
 */
public record SurplusIdentified(
        ItemId surplusId,
        DeploymentId deployment,
        FundingStream stream,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("privatePence") Money privateMoney,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        List<Liability> liabilities,
        @JsonProperty("weeklyPence") Money weekly,
        int weeksKept,
        @JsonProperty("keptPence") Money kept,
        @JsonProperty("surplusPence") Amount surplus,
        @JsonProperty("councilSharePence") Money councilShare,
        @JsonProperty("personSharePence") Money personShare,
        LocalDate effectiveOn)
        implements RecoveryEvent {
    public SurplusIdentified {
        liabilities = List.copyOf(liabilities);
    }
}
