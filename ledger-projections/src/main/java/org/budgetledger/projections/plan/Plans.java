package org.budgetledger.projections.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.OutcomeStanding;
import org.budgetledger.projections.facts.Facts;
import org.jspecify.annotations.Nullable;

/** The plan, and how far its outcomes are lived. */
public final class Plans {
    private Plans() {}

    /** The plan as agreed or last revised. */
    public static Optional<SupportPlan> current(Facts facts) {
        return facts.last(PlanEvent.class).map(event -> switch (event) {
            case PlanAgreed e -> e.plan();
            case PlanRevised e -> e.plan();
        });
    }

    /** The outcomes of the plan with what was last said of each. */
    public static List<OutcomeStanding> outcomes(Facts facts) {
        var latest = new HashMap<ItemId, OutcomeAssessed>();
        facts.of(OutcomeAssessed.class).forEach(assessed -> latest.put(assessed.outcomeId(), assessed));
        return current(facts).map(SupportPlan::outcomes).orElse(List.of()).stream()
                .map(outcome -> standing(outcome, latest.get(outcome.outcomeId())))
                .toList();
    }

    private static OutcomeStanding standing(Outcome outcome, @Nullable OutcomeAssessed assessed) {
        return new OutcomeStanding(
                outcome.outcomeId(),
                outcome.domain(),
                outcome.inTheirWords(),
                assessed == null ? null : assessed.result(),
                assessed == null ? null : assessed.saidBy(),
                assessed == null ? null : assessed.effectiveOn());
    }
}
