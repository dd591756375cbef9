package org.budgetledger.projections.challenge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.api.budget.review.OpenChallenge;
import org.budgetledger.projections.facts.Facts;

/** Decisions that the person disagrees with and that have not been looked at again yet. */
public final class Challenges {
    private Challenges() {}

    public static List<OpenChallenge> openOn(LocalDate today, Facts facts) {
        var open = new LinkedHashMap<ItemId, OpenChallenge>();
        for (var event : facts.of(ChallengeEvent.class)) {
            switch (event) {
                case DecisionChallenged e ->
                    open.put(
                            e.challengeId(),
                            new OpenChallenge(
                                    e.challengeId(),
                                    e.decision(),
                                    e.grounds(),
                                    e.effectiveOn(),
                                    Math.max(0, ChronoUnit.DAYS.between(e.effectiveOn(), today))));
                case ChallengeAnswered e -> open.remove(e.challengeId());
            }
        }
        return List.copyOf(open.values());
    }
}
