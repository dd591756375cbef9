package org.budgetledger.api.budget.scheme;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.policy.PolicyPackId;

/** From {@code effectiveFrom} on decisions about the budget rest on this pack. */
public record PolicyPackAdopted(PolicyPackId policyPack, LocalDate effectiveFrom, FreeText reason)
        implements SchemeEvent {}
