package org.budgetledger.api.budget.control;

import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;

/**
 * A deployment's part of one stream, relative to the other deployments' weights for it: with weights 3 and 1 they get three
 * quarters and one quarter. Pence a week serve well as weights.
 */
public record Share(FundingStream stream, long weight) {
    public Share {
        if (weight < 1 || weight > Amount.MAX_PENCE) {
            throw new IllegalArgumentException("weight must be from 1 to " + Amount.MAX_PENCE + ", not " + weight);
        }
    }
}
