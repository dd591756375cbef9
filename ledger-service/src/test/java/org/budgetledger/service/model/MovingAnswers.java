package org.budgetledger.service.model;

import java.util.Objects;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.jspecify.annotations.Nullable;

/** Setting money aside and moving it: R8, R11. */
final class MovingAnswers {
    private MovingAnswers() {}

    static @Nullable DeploymentId earmark(SetEarmark c, ModelBudget budget, Answer answer) {
        answer.refuseIf(
                budget.all(SetEarmark.class).stream()
                        .anyMatch(other -> other.earmarkId().equals(c.earmarkId())),
                "ID_IN_USE");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment != null) {
            budget.refuseAbove(
                    c.amount().pence(), c.effectiveOn(), new AccountKey(deployment, c.stream()), null, answer);
            answer.happened(
                    budget.id,
                    new EarmarkSet(
                            c.earmarkId(),
                            deployment,
                            c.stream(),
                            c.amount(),
                            c.purpose(),
                            c.description(),
                            c.effectiveOn()));
        }
        return deployment;
    }

    static void release(ReleaseEarmark c, ModelBudget budget, Answer answer) {
        var set = budget.done.stream()
                .filter(each -> each.command() instanceof SetEarmark earmark
                        && earmark.earmarkId().equals(c.earmarkId()))
                .findFirst();
        answer.refuseIf(set.isEmpty(), "UNKNOWN_ITEM");
        if (set.isEmpty()) {
            return;
        }
        var earmark = (SetEarmark) set.get().command();
        var left = budget.leftOf(earmark);
        answer.refuseIf(left == 0, "ALREADY_DONE");
        answer.refuseIf(left > 0 && c.amount() != null && c.amount().pence() > left, "EXCEEDS_EARMARK");
        if (answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new EarmarkReleased(
                        c.earmarkId(),
                        Objects.requireNonNull(set.get().deployment()),
                        earmark.stream(),
                        Objects.requireNonNullElse(c.amount(), Amount.ofPence(left)),
                        c.reason(),
                        c.effectiveOn()));
    }

    static void answer(TransferCommand command, ModelBudget budget, Answer answer) {
        switch (command) {
            case MoveBetweenDeployments c -> move(c, budget, answer);
            case TransferBetweenStreams c -> transfer(c, budget, answer);
        }
    }

    private static void move(MoveBetweenDeployments c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.moveId()), "ID_IN_USE");
        var from = budget.meant(c.fromDeployment(), answer);
        var to = budget.meant(c.toDeployment(), answer);
        if (from == null || to == null) {
            return;
        }
        var source = new AccountKey(from, c.stream());
        budget.refuseAbove(c.amount().pence(), c.effectiveOn(), source, null, answer);
        if (answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new MovedBetweenDeployments(c.moveId(), from, to, c.stream(), c.amount(), c.reason(), c.effectiveOn()));
        budget.write(MoneyLine.Kind.MOVE, c.moveId(), source, -c.amount().pence(), null);
        budget.write(
                MoneyLine.Kind.MOVE,
                c.moveId(),
                new AccountKey(to, c.stream()),
                c.amount().pence(),
                null);
    }

    private static void transfer(TransferBetweenStreams c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.transferId()), "ID_IN_USE");
        answer.refuseIf(c.agreementReference() == null, "AGREEMENT_REFERENCE_REQUIRED");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null) {
            return;
        }
        var source = new AccountKey(deployment, c.fromStream());
        budget.refuseAbove(c.amount().pence(), c.effectiveOn(), source, null, answer);
        if (c.agreementReference() == null || answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new TransferredBetweenStreams(
                        c.transferId(),
                        deployment,
                        c.fromStream(),
                        c.toStream(),
                        c.amount(),
                        c.agreementReference(),
                        c.reason(),
                        c.effectiveOn()));
        budget.write(
                MoneyLine.Kind.TRANSFER, c.transferId(), source, -c.amount().pence(), null);
        budget.write(
                MoneyLine.Kind.TRANSFER,
                c.transferId(),
                new AccountKey(deployment, c.toStream()),
                c.amount().pence(),
                null);
    }
}
