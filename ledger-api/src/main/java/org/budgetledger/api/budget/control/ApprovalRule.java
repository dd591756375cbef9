package org.budgetledger.api.budget.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Amount;

/** How many people must approve a payment above a sum. */
public record ApprovalRule(
        int approvers, @JsonProperty("abovePence") Amount above) {
    public ApprovalRule {
        if (approvers < 2 || approvers > 20) {
            throw new IllegalArgumentException("approvers must be from 2 to 20, not " + approvers);
        }
    }
}
