package org.budgetledger.api.budget.scheme;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.policy.PolicyPackId;

/**
 * Puts a budget under another policy pack from a day on; decisions rest on the pack in force on the day they are taken. How
 * often the budget is paid stays as it is. Refused {@code POLICY_PACK_NOT_FOUND}, and {@code OUT_OF_ORDER} before an earlier
 * change.
 */
public record AdoptPolicyPack(
        CommandId commandId, BudgetId budgetId, PolicyPackId policyPack, LocalDate effectiveFrom, FreeText reason)
        implements SchemeCommand {}
