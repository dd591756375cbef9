package org.budgetledger.api.budget.balance;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.jspecify.annotations.Nullable;

/** The accounts of one deployment added up. */
public record DeploymentSum(
        DeploymentId deployment,
        @Nullable DegreeOfControl degree,
        @Nullable PersonRef holder,
        boolean notional,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("freePence") Money free) {}
