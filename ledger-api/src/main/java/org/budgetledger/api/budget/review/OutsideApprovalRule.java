package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Money;

/** A payment that fewer people approved than the agreement asks. */
public record OutsideApprovalRule(
        EntryId spendId, @JsonProperty("amountPence") Money amount, int approvers, LocalDate effectiveOn) {}
