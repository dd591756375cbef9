package org.budgetledger.api.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;

/** Where money stands within a budget: one deployment's share of one stream. */
public record AccountKey(DeploymentId deployment, FundingStream stream) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountKey of(String text) {
        var slash = text.indexOf('/');
        return new AccountKey(
                new DeploymentId(text.substring(0, slash)), FundingStream.valueOf(text.substring(slash + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return deployment + "/" + stream;
    }
}
