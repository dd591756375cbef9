package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FreeText;

/** Something that is known to be payable and not paid yet: an invoice, tax, wages. */
public record Liability(
        FreeText description, @JsonProperty("amountPence") Amount amount) {}
