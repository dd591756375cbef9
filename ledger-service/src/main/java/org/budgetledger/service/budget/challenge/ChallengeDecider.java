package org.budgetledger.service.budget.challenge;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.service.deciding.Decision;

/** Any decision about a person can be challenged, and is answered once (domain §5). */
public final class ChallengeDecider {
    private ChallengeDecider() {}

    public static Decision<ChallengeEvent> decide(ChallengeCommand command, Challenges challenges) {
        return switch (command) {
            case ChallengeDecision c -> challenge(c, challenges);
            case AnswerChallenge c -> answer(c, challenges);
        };
    }

    private static Decision<ChallengeEvent> challenge(ChallengeDecision c, Challenges challenges) {
        return challenges.answered().containsKey(c.challengeId())
                ? refused(Refusal.idInUse(c.challengeId()))
                : accepted(new DecisionChallenged(c.challengeId(), c.decision(), c.grounds(), c.effectiveOn()));
    }

    private static Decision<ChallengeEvent> answer(AnswerChallenge c, Challenges challenges) {
        var answered = challenges.answered().get(c.challengeId());
        if (answered == null) {
            return refused(Refusal.unknownItem(c.challengeId()));
        }
        return answered
                ? refused(Refusal.alreadyDone("That challenge has been answered."))
                : accepted(new ChallengeAnswered(c.challengeId(), c.outcome(), c.answer(), c.effectiveOn()));
    }
}
