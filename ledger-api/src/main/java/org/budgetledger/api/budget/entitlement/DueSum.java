package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Money;

/**
 * Lines added up: {@code net = gross − contributions}.
 *
 * @param of the pay period, the financial year, the deployment or the stream that they share
 */
public record DueSum(
        String of,
        @JsonProperty("grossPence") Money gross,
        @JsonProperty("contributionsPence") Money contributions,
        @JsonProperty("netPence") Money net) {}
