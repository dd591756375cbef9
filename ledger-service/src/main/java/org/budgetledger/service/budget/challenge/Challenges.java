package org.budgetledger.service.budget.challenge;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The disagreements, and which of them still wait for an answer. */
public record Challenges(PMap<ItemId, Boolean> answered) {
    public static final Challenges NONE = new Challenges(HashTreePMap.empty());

    public Challenges evolve(ChallengeEvent event) {
        return switch (event) {
            case DecisionChallenged e -> new Challenges(answered.plus(e.challengeId(), false));
            case ChallengeAnswered e -> new Challenges(answered.plus(e.challengeId(), true));
        };
    }
}
