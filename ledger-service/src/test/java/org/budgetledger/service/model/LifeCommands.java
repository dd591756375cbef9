package org.budgetledger.service.model;

import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.challenge.ChallengeOutcome;
import org.budgetledger.api.budget.challenge.ChallengedDecision;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.OutcomeDomain;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.Okay;
import org.budgetledger.api.budget.review.OutcomeResult;
import org.budgetledger.api.budget.review.Said;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;

/** Random commands around the money: the plan, disagreement, suspension and review. */
final class LifeCommands {
    private final World world;

    LifeCommands(World world) {
        this.world = world;
    }

    /** An outcome that plans have often, and sometimes not. */
    static ItemId outcome(World world) {
        return new ItemId(new UUID(5, world.random.nextInt(1, 4)));
    }

    private SupportPlan plan() {
        return new SupportPlan(
                List.of(new Outcome(outcome(world), OutcomeDomain.OTHER, World.TEXT)), List.of(), List.of());
    }

    LedgerCommand agreePlan(BudgetId budget) {
        return new AgreePlan(world.commandId(), budget, plan(), AgreementRoute.PANEL, world.day());
    }

    LedgerCommand revisePlan(BudgetId budget) {
        return new RevisePlan(world.commandId(), budget, plan(), AgreementRoute.PANEL, World.TEXT, world.day());
    }

    LedgerCommand challenge(BudgetId budget) {
        return new ChallengeDecision(
                world.commandId(),
                budget,
                world.newItem(challenges(budget)),
                ChallengedDecision.SUM,
                World.TEXT,
                world.past());
    }

    LedgerCommand answerChallenge(BudgetId budget) {
        return new AnswerChallenge(
                world.commandId(),
                budget,
                world.item(challenges(budget)),
                ChallengeOutcome.UPHELD,
                World.TEXT,
                world.day());
    }

    private List<ItemId> challenges(BudgetId budget) {
        return world.known(budget).all(ChallengeDecision.class).stream()
                .map(ChallengeDecision::challengeId)
                .toList();
    }

    LedgerCommand suspend(BudgetId budget) {
        return new SuspendPayments(world.commandId(), budget, World.TEXT, world.day());
    }

    LedgerCommand resume(BudgetId budget) {
        return new ResumePayments(world.commandId(), budget, World.TEXT, world.day());
    }

    LedgerCommand review(BudgetId budget) {
        var taken = world.known(budget).all(HoldReview.class).stream()
                .map(HoldReview::reviewId)
                .toList();
        return new HoldReview(
                world.commandId(), budget, world.newItem(taken), Okay.YES, Said.HOLDER, null, world.past());
    }

    LedgerCommand assess(BudgetId budget) {
        return new AssessOutcome(
                world.commandId(), budget, outcome(world), OutcomeResult.PARTLY, Said.HOLDER, null, world.past());
    }

    LedgerCommand learn(BudgetId budget) {
        var taken = world.known(budget).all(ShareLearning.class).stream()
                .map(ShareLearning::learningId)
                .toList();
        return new ShareLearning(
                world.commandId(), budget, world.newItem(taken), Said.HOLDER, World.TEXT, world.past());
    }
}
