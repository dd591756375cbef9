package org.budgetledger.service.budget.scheme;

import java.util.Optional;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.PolicyPacks;

/** Which policy pack a decision rests on: the budget's own on the day it is taken, or where it has none the authority's. */
public final class InForce {
    private InForce() {}

    public static Policy policy(BudgetCommand command, Context context, PolicyPacks packs, Adoptions adoptions) {
        var chosen = command instanceof OpenBudget opening
                ? Optional.ofNullable(opening.policyPack())
                : adoptions.on(context.today());
        return chosen.flatMap(packs::byId)
                .orElseGet(() -> packs.defaultFor(context.actor().authority()));
    }
}
