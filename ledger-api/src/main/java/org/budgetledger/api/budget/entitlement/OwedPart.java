package org.budgetledger.api.budget.entitlement;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.budgetledger.api.Amount;
import org.budgetledger.api.ItemId;

/**
 * How much of an item that is owed was settled.
 *
 * @param id the arrears, the overpayment or the debt
 */
public record OwedPart(
        ItemId id, @JsonProperty("amountPence") Amount amount) {}
