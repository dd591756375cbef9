package org.budgetledger.service.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.jspecify.annotations.Nullable;

/** Money that is used: R8 to R13. */
final class SpendingAnswers {
    private SpendingAnswers() {}

    static @Nullable DeploymentId authorise(AuthoriseSpend c, ModelBudget budget, Answer answer) {
        answer.refuseIf(
                budget.all(AuthoriseSpend.class).stream()
                        .anyMatch(other -> other.authorisationId().equals(c.authorisationId())),
                "ID_IN_USE");
        EndingAnswers.refuseAfterEnd(c.effectiveOn(), budget, answer);
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment != null) {
            answer.refuseIf(barred(c.purchase(), deployment, budget), "BARRED_BY_MODE");
            budget.refuseAbove(
                    c.amount().pence(), c.effectiveOn(), new AccountKey(deployment, c.stream()), null, answer);
            answer.happened(
                    budget.id,
                    new SpendAuthorised(
                            c.authorisationId(),
                            deployment,
                            c.stream(),
                            c.amount(),
                            c.effectiveOn(),
                            c.lapsesOn(),
                            c.purchase(),
                            c.purpose()));
        }
        return deployment;
    }

    static void cancel(CancelAuthorisation c, ModelBudget budget, Answer answer) {
        var authorised = budget.all(AuthoriseSpend.class).stream()
                .filter(each -> each.authorisationId().equals(c.authorisationId()))
                .toList();
        answer.refuseIf(authorised.isEmpty(), "UNKNOWN_ITEM");
        answer.refuseIf(authorised.stream().anyMatch(each -> !budget.stands(each, c.effectiveOn())), "ALREADY_DONE");
        answer.happened(budget.id, new AuthorisationCancelled(c.authorisationId(), c.reason(), c.effectiveOn()));
    }

    static void spend(RecordSpend c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.spendId()), "ID_IN_USE");
        answer.refuseIf(
                c.authorisationId() != null
                        && budget.all(AuthoriseSpend.class).stream()
                                .noneMatch(each -> each.authorisationId().equals(c.authorisationId())),
                "UNKNOWN_ITEM");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null || answer.refused()) {
            return;
        }
        var account = new AccountKey(deployment, c.stream());
        answer.happened(
                budget.id,
                new SpendRecorded(
                        c.spendId(),
                        deployment,
                        c.stream(),
                        c.amount(),
                        c.evidence(),
                        c.effectiveOn(),
                        requireNonNull(c.serviceFrom()),
                        requireNonNull(c.serviceTo()),
                        c.authorisationId(),
                        c.outcomeId(),
                        c.category(),
                        c.description(),
                        requireNonNull(c.approvers()),
                        c.purchase(),
                        c.illegal(),
                        flags(c, account, budget)));
        budget.write(MoneyLine.Kind.SPEND, c.spendId(), account, -c.amount().pence(), null);
    }

    /** R9: what is worth a look. */
    private static List<SpendFlag> flags(RecordSpend c, AccountKey account, ModelBudget budget) {
        var flags = new ArrayList<SpendFlag>();
        var deployment = account.deployment();
        var pence = c.amount().pence();
        if (budget.balance(c.effectiveOn(), deployment) - pence < 0) {
            flags.add(SpendFlag.OVERDRAWN);
        } else if (budget.balance(c.effectiveOn(), account) - pence < 0) {
            flags.add(SpendFlag.RING_FENCE);
        }
        if (LifeAnswers.suspendedOn(budget, requireNonNull(c.serviceFrom()), requireNonNull(c.serviceTo()))) {
            flags.add(SpendFlag.DURING_SUSPENSION);
        }
        if (budget.book().endedBefore(requireNonNull(c.serviceTo()))) {
            flags.add(SpendFlag.AFTER_END);
        }
        var plan = LifeAnswers.plan(budget);
        if (c.outcomeId() != null && (plan == null || !names(plan, c))) {
            flags.add(SpendFlag.OUTSIDE_PLAN);
        }
        if (barred(c.purchase(), deployment, budget)) {
            flags.add(SpendFlag.BARRED_BY_MODE);
        }
        var agreement = ControlAnswers.inForce(budget, deployment, c.effectiveOn());
        var rule = agreement == null ? null : agreement.approvalRule();
        if (rule != null
                && pence > rule.above().pence()
                && requireNonNull(c.approvers()).size() < rule.approvers()) {
            flags.add(SpendFlag.APPROVAL_RULE);
        }
        if (c.illegal() != null) {
            flags.add(SpendFlag.ILLEGAL);
        }
        return flags;
    }

    private static boolean names(SupportPlan plan, RecordSpend c) {
        return plan.outcomes().stream().anyMatch(outcome -> outcome.outcomeId().equals(c.outcomeId()));
    }

    /** R10: the bar is on the mode, not on the budget. */
    private static boolean barred(@Nullable Purchase purchase, DeploymentId deployment, ModelBudget budget) {
        var described = budget.described(deployment);
        return purchase != null && described != null && ModelRules.DIRECT_PAYMENTS.contains(described.degree());
    }

    static void refund(RecordRefund c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.refundId()), "ID_IN_USE");
        var spend = budget.line(c.spendId(), MoneyLine.Kind.SPEND);
        answer.refuseIf(spend == null, "UNKNOWN_ENTRY");
        if (spend == null || answer.refused()) {
            return;
        }
        var account = spend.account();
        if (c.amount().pence() <= budget.left(spend)) {
            answer.happened(
                    budget.id,
                    new RefundReceived(
                            c.refundId(),
                            c.spendId(),
                            account.deployment(),
                            account.stream(),
                            c.amount(),
                            c.evidence(),
                            c.effectiveOn()));
            budget.write(
                    MoneyLine.Kind.REFUND, c.refundId(), account, c.amount().pence(), c.spendId());
        } else {
            answer.happened(
                    budget.id,
                    new CreditReceived(
                            c.refundId(),
                            account.deployment(),
                            account.stream(),
                            c.amount(),
                            Holding.SUSPENSE,
                            CreditKind.REFUND,
                            c.spendId(),
                            c.evidence(),
                            c.effectiveOn()));
            budget.write(
                    MoneyLine.Kind.CREDIT, c.refundId(), account, c.amount().pence(), null);
        }
    }
}
