package org.budgetledger.api.budget.plan;

import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** Something the person wants of their life, in their words. */
public record Outcome(ItemId outcomeId, OutcomeDomain domain, FreeText inTheirWords) {}
