package org.budgetledger.projections.words;

import java.util.stream.Collectors;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.allocation.IndicativeAllocationCalculated;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.challenge.DecisionChallenged;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.period.PeriodSigned;
import org.budgetledger.api.pool.PoolEvent;

/** Every event as a sentence that a person can read, with the sums in pounds. */
public final class InWords {
    private InWords() {}

    public static String of(LedgerEvent event) {
        return switch (event) {
            case AllocationEvent e -> allocation(e);
            case ControlEvent e -> control(e);
            case PlanEvent e -> plan(e);
            case PaymentEvent e -> MoneyInWords.payment(e);
            case SpendingEvent e -> MoneyInWords.spending(e);
            case EarmarkEvent e -> MoneyInWords.earmark(e);
            case TransferEvent e -> MoneyInWords.transfer(e);
            case PoolingEvent e -> MoneyInWords.pooling(e);
            case PoolEvent e -> PoolInWords.of(e);
            case PeriodEvent e -> period(e);
            case ChallengeEvent e -> challenge(e);
            case SuspensionEvent e -> suspension(e);
            case WithdrawalEvent e -> withdrawal(e);
            case ReviewEvent e -> review(e);
            case SchemeEvent e -> DuesInWords.scheme(e);
            case AdjustmentEvent e -> DuesInWords.adjustment(e);
            case RecoveryEvent e -> DuesInWords.recovery(e);
            case EndingEvent e -> DuesInWords.ending(e);
        };
    }

    private static String period(PeriodEvent event) {
        return switch (event) {
            case PeriodClosed e ->
                "The pay period%s was closed with %s in all accounts and %s in pools."
                        .formatted(
                                Phrases.span(e.firstDay(), e.lastDay()),
                                e.totals().balance().closing(),
                                e.totals().pooled().closing());
            case PeriodSigned e -> "The pay period that began on %s was signed.".formatted(Phrases.day(e.firstDay()));
        };
    }

    private static String allocation(AllocationEvent event) {
        return switch (event) {
            case BudgetOpened e -> "The budget was opened on %s.".formatted(Phrases.day(e.openedOn()));
            case IndicativeAllocationCalculated e ->
                "An indicative %s a week on %s was worked out from %d points with version %s."
                        .formatted(e.indicativeWeekly(), Phrases.plain(e.stream()), e.points(), e.rasVersion());
            case BudgetAllocated e -> allocated(e);
            case AllocationRevised e -> DuesInWords.revised(e);
            case AllocationNotified e -> "The person was told the sum on %s.".formatted(Phrases.day(e.effectiveOn()));
            case ContributionAssessed e ->
                e.weekly().isZero()
                        ? "The person has nothing to pay towards %s%s."
                                .formatted(Phrases.plain(e.stream()), Phrases.span(e.effectiveFrom(), e.effectiveTo()))
                        : "The person’s contribution to %s was assessed as %s a week%s."
                                .formatted(
                                        Phrases.plain(e.stream()),
                                        e.weekly(),
                                        Phrases.span(e.effectiveFrom(), e.effectiveTo()));
        };
    }

    private static String allocated(BudgetAllocated e) {
        var against = e.indicativeWeekly() == null ? "" : ", against an indicative " + e.indicativeWeekly();
        return e.weekly() == null
                ? "%s was agreed once on %s, on %s."
                        .formatted(e.oneOff(), Phrases.plain(e.stream()), Phrases.day(e.effectiveFrom()))
                : "%s a week was agreed on %s%s%s."
                        .formatted(
                                e.weekly(),
                                Phrases.plain(e.stream()),
                                Phrases.span(e.effectiveFrom(), e.effectiveTo()),
                                against);
    }

    private static String control(ControlEvent event) {
        return switch (event) {
            case ControlChosen e ->
                "The person chose %s on %s.".formatted(Phrases.joined(e.degrees()), Phrases.day(e.effectiveOn()));
            case DeploymentsSet e ->
                "The budget is deployed as %s from %s."
                        .formatted(
                                e.deployments().stream()
                                        .map(d -> d.deploymentId() + " (" + Phrases.plain(d.degree()) + ")")
                                        .collect(Collectors.joining(", ")),
                                Phrases.day(e.effectiveFrom()));
            case AgreementSigned e ->
                "The agreement of %s was signed on %s, in force from %s%s."
                        .formatted(
                                e.deployment(),
                                Phrases.day(e.effectiveOn()),
                                Phrases.day(e.inForceFrom()),
                                Phrases.lapsing(e.lapsesOn()));
            case TrusteesChanged e -> trustees(e);
            case AgreementLapsed e ->
                "The agreement of %s lapsed on %s.".formatted(e.deployment(), Phrases.day(e.effectiveOn()));
            case PayeeSet e ->
                "The payee of %s was set to %s by %s.".formatted(e.deployment(), e.payeeRef(), e.setBy());
            case PayeeVerified e ->
                "The payee of %s, %s, was verified by %s.".formatted(e.deployment(), e.payeeRef(), e.verifiedBy());
        };
    }

    private static String trustees(TrusteesChanged e) {
        var shortage = e.putRightBy() == null
                ? ""
                : " That is too few; it is to be put right by " + Phrases.day(e.putRightBy()) + ".";
        return "On %s %s joined and %s left the trustees of %s, who are now %d.%s"
                .formatted(
                        Phrases.day(e.effectiveOn()),
                        Phrases.people(e.joined()),
                        Phrases.people(e.left()),
                        e.deployment(),
                        e.trustees().size(),
                        shortage);
    }

    private static String plan(PlanEvent event) {
        return switch (event) {
            case PlanAgreed e ->
                "A plan with %s was agreed by the route %s on %s."
                        .formatted(outcomes(e.plan()), Phrases.plain(e.route()), Phrases.day(e.effectiveOn()));
            case PlanRevised e ->
                "The plan was revised by the route %s on %s and has %s."
                        .formatted(Phrases.plain(e.route()), Phrases.day(e.effectiveOn()), outcomes(e.plan()));
        };
    }

    private static String outcomes(SupportPlan plan) {
        return Phrases.count(plan.outcomes().size(), "outcome", "outcomes");
    }

    private static String challenge(ChallengeEvent event) {
        return switch (event) {
            case DecisionChallenged e ->
                "The person disagreed with a decision (%s) on %s."
                        .formatted(Phrases.plain(e.decision()), Phrases.day(e.effectiveOn()));
            case ChallengeAnswered e ->
                "A challenge was answered on %s: %s."
                        .formatted(Phrases.day(e.effectiveOn()), Phrases.plain(e.outcome()));
        };
    }

    private static String suspension(SuspensionEvent event) {
        return switch (event) {
            case PaymentsSuspended e -> "Payments were suspended from %s.".formatted(Phrases.day(e.effectiveOn()));
            case PaymentsResumed e -> "Payments were resumed from %s.".formatted(Phrases.day(e.effectiveOn()));
        };
    }

    private static String withdrawal(WithdrawalEvent event) {
        return switch (event) {
            case ConcernRaised e ->
                "A concern was raised by %s on %s%s."
                        .formatted(e.raisedBy(), Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()));
            case SupportOffered e ->
                "Support was offered on %s%s.".formatted(Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()));
            case WarningIssued e ->
                "A warning was given on %s%s.".formatted(Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()));
            case WithdrawalReviewHeld e ->
                "The review before withdrawal was held on %s%s."
                        .formatted(Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()));
            case WithdrawalNoticeIssued e ->
                "Notice of withdrawal was given on %s%s; the last day is %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()), Phrases.day(e.lastDay()));
            case AlternativeArranged e -> alternative(e.alternative());
            case BudgetWithdrawn e ->
                "The budget was withdrawn on %s%s; its last day was %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()), Phrases.urgently(e.urgent()), Phrases.day(e.lastDay()));
        };
    }

    private static String alternative(Alternative alternative) {
        return switch (alternative.kind()) {
            case ARRANGED ->
                "Other support%s was arranged from %s."
                        .formatted(
                                alternative.weekly() == null ? "" : " of " + alternative.weekly() + " a week",
                                Phrases.day(alternative.startsOn()));
            case NO_ELIGIBLE_NEED ->
                "It was decided that there is no eligible need from %s.".formatted(Phrases.day(alternative.startsOn()));
        };
    }

    private static String review(ReviewEvent event) {
        return switch (event) {
            case ReviewHeld e ->
                "A review was held on %s. Is the person okay? %s, said the %s. The next is due by %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()),
                                Phrases.plain(e.okay()),
                                Phrases.plain(e.saidBy()),
                                Phrases.day(e.nextDueOn()));
            case OutcomeAssessed e ->
                "An outcome was found %s on %s, said the %s."
                        .formatted(Phrases.plain(e.result()), Phrases.day(e.effectiveOn()), Phrases.plain(e.saidBy()));
            case LearningShared e ->
                "The %s shared what was learned on %s."
                        .formatted(Phrases.plain(e.saidBy()), Phrases.day(e.effectiveOn()));
        };
    }
}
