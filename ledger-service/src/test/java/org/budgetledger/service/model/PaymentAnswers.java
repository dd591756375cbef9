package org.budgetledger.service.model;

import org.budgetledger.api.Actor;
import org.budgetledger.api.Amount;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.payment.TopUpReceived;

/** Money that comes to a holder: R13, R14. */
final class PaymentAnswers {
    private PaymentAnswers() {}

    static void answer(PaymentCommand command, Actor actor, ModelBudget budget, Answer answer) {
        switch (command) {
            case ReleasePayment c -> ReleaseAnswers.release(c, actor, budget, answer);
            case RecordPaymentFailure c -> FailureAnswers.fail(c, budget, answer);
            case RecordContribution c -> contribution(c, budget, answer);
            case RecordTopUp c -> {
                answer.refuseIf(budget.entryKnown(c.topUpId()), "ID_IN_USE");
                answer.refuseIf(ModelRules.NO_TOP_UP.contains(c.stream()), "TOP_UP_PROHIBITED");
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null && !answer.refused()) {
                    answer.happened(
                            budget.id,
                            new TopUpReceived(
                                    c.topUpId(), deployment, c.stream(), c.amount(), c.evidence(), c.effectiveOn()));
                    budget.write(
                            MoneyLine.Kind.TOP_UP,
                            c.topUpId(),
                            new AccountKey(deployment, c.stream()),
                            c.amount().pence(),
                            null);
                }
            }
            case RecordInterest c -> {
                answer.refuseIf(budget.entryKnown(c.interestId()), "ID_IN_USE");
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null && !answer.refused()) {
                    answer.happened(
                            budget.id,
                            new InterestReceived(
                                    c.interestId(), deployment, c.stream(), c.amount(), c.evidence(), c.effectiveOn()));
                    budget.write(
                            MoneyLine.Kind.INTEREST,
                            c.interestId(),
                            new AccountKey(deployment, c.stream()),
                            c.amount().pence(),
                            null);
                }
            }
            case RecordCredit c -> credit(c, budget, answer);
            case ResolveCredit c -> resolve(c, budget, answer);
        }
    }

    private static void contribution(RecordContribution c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.contributionId()), "ID_IN_USE");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null || answer.refused()) {
            return;
        }
        var real = ModelRules.MEANS_TESTED.contains(c.stream());
        answer.happened(
                budget.id,
                real
                        ? new ContributionReceived(
                                c.contributionId(), deployment, c.stream(), c.amount(), c.evidence(), c.effectiveOn())
                        : new CreditReceived(
                                c.contributionId(),
                                deployment,
                                c.stream(),
                                c.amount(),
                                Holding.SUSPENSE,
                                CreditKind.CONTRIBUTION,
                                null,
                                c.evidence(),
                                c.effectiveOn()));
        budget.write(
                real ? MoneyLine.Kind.CONTRIBUTION : MoneyLine.Kind.CREDIT,
                c.contributionId(),
                new AccountKey(deployment, c.stream()),
                c.amount().pence(),
                null);
    }

    private static void credit(RecordCredit c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.creditId()), "ID_IN_USE");
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null || answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new CreditReceived(
                        c.creditId(),
                        deployment,
                        c.stream(),
                        c.amount(),
                        c.looksLike() == CreditKind.TOP_UP && ModelRules.NO_TOP_UP.contains(c.stream())
                                ? Holding.QUARANTINE
                                : Holding.SUSPENSE,
                        c.looksLike(),
                        null,
                        c.evidence(),
                        c.effectiveOn()));
        budget.write(
                MoneyLine.Kind.CREDIT,
                c.creditId(),
                new AccountKey(deployment, c.stream()),
                c.amount().pence(),
                null);
    }

    private static void resolve(ResolveCredit c, ModelBudget budget, Answer answer) {
        var credit = budget.line(c.creditId(), MoneyLine.Kind.CREDIT);
        if (credit == null) {
            answer.refuseIf(true, "UNKNOWN_ENTRY");
            return;
        }
        var stream = credit.account().stream();
        answer.refuseIf(budget.explained(c.creditId()) || budget.reversed(c.creditId()), "ALREADY_DONE");
        answer.refuseIf(
                c.resolvedAs() == CreditKind.CONTRIBUTION && !ModelRules.MEANS_TESTED.contains(stream),
                "CONTRIBUTION_NOT_ALLOWED");
        answer.refuseIf(
                c.resolvedAs() == CreditKind.TOP_UP && ModelRules.NO_TOP_UP.contains(stream), "TOP_UP_PROHIBITED");
        if (c.spendId() != null) {
            var spend = budget.line(c.spendId(), MoneyLine.Kind.SPEND);
            // R11: a refund goes back to where the money was spent from.
            var refundable = spend != null && spend.account().equals(credit.account());
            answer.refuseIf(!refundable, "UNKNOWN_ENTRY");
            if (spend != null && refundable) {
                var left = budget.left(spend);
                answer.refuseIf(credit.pence() > left, new Why("REFUND_EXCEEDS_SPEND", "left " + left));
            }
        }
        if (answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new CreditResolved(
                        c.creditId(),
                        credit.account().deployment(),
                        stream,
                        Amount.ofPence(credit.pence()),
                        c.resolvedAs(),
                        c.spendId(),
                        c.reason(),
                        c.effectiveOn()));
        budget.write(
                MoneyLine.Kind.EXPLAINED,
                c.creditId(),
                credit.account(),
                c.resolvedAs() == CreditKind.RETURNED ? -credit.pence() : 0,
                c.spendId());
    }
}
