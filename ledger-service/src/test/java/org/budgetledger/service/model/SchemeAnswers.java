package org.budgetledger.service.model;

import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.service.given.Known;

/** By which rules and how often a budget is paid. */
final class SchemeAnswers {
    private SchemeAnswers() {}

    static void answer(SchemeCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case AdoptPolicyPack c -> {
                var before = budget.last(AdoptPolicyPack.class);
                answer.refuseIf(!c.policyPack().equals(Known.PACK), "POLICY_PACK_NOT_FOUND");
                answer.refuseIf(before != null && c.effectiveFrom().isBefore(before.effectiveFrom()), "OUT_OF_ORDER");
                answer.happened(budget.id, new PolicyPackAdopted(c.policyPack(), c.effectiveFrom(), c.reason()));
            }
            case ChangePayCycle c -> {
                var before = budget.last(ChangePayCycle.class);
                answer.refuseIf(before != null && c.effectiveFrom().isBefore(before.effectiveFrom()), "OUT_OF_ORDER");
                answer.refuseIf(
                        budget.spans.stream().anyMatch(span -> !span.to.isBefore(c.effectiveFrom())),
                        "ALREADY_SETTLED");
                answer.happened(budget.id, new PayCycleChanged(c.payCycle(), c.effectiveFrom(), c.reason()));
            }
        }
    }
}
