package org.budgetledger.projections.words;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
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
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.budget.pooling.LeftPool;
import org.budgetledger.api.budget.pooling.PoolShareReturned;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolClosed;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolMemberLeft;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.jspecify.annotations.Nullable;

/**
 * When an event counts from, and why it happened.
 *
 * @param effectiveOn none where an event has no date of its own
 * @param reason none where no one gave one
 */
public record Particulars(
        @Nullable LocalDate effectiveOn, @Nullable FreeText reason) {
    public static Particulars of(LedgerEvent event) {
        return switch (event) {
            case AllocationEvent e -> allocation(e);
            case ControlEvent e -> control(e);
            case PlanEvent e ->
                switch (e) {
                    case PlanAgreed agreed -> on(agreed.effectiveOn(), null);
                    case PlanRevised revised -> on(revised.effectiveOn(), revised.reason());
                };
            case PaymentEvent e -> payment(e);
            case SpendingEvent e -> spending(e);
            case EarmarkEvent e ->
                switch (e) {
                    case EarmarkSet set -> on(set.effectiveOn(), set.description());
                    case EarmarkReleased released -> on(released.effectiveOn(), released.reason());
                };
            case TransferEvent e ->
                switch (e) {
                    case MovedBetweenDeployments moved -> on(moved.effectiveOn(), moved.reason());
                    case TransferredBetweenStreams transferred -> on(transferred.effectiveOn(), transferred.reason());
                };
            case PoolingEvent e ->
                switch (e) {
                    case ContributedToPool contributed -> on(contributed.effectiveOn(), null);
                    case PoolShareReturned returned -> on(returned.effectiveOn(), null);
                    case LeftPool left -> on(left.effectiveOn(), null);
                };
            case ChallengeEvent e ->
                switch (e) {
                    case DecisionChallenged challenged -> on(challenged.effectiveOn(), challenged.grounds());
                    case ChallengeAnswered answered -> on(answered.effectiveOn(), answered.answer());
                };
            case SuspensionEvent e ->
                switch (e) {
                    case PaymentsSuspended suspended -> on(suspended.effectiveOn(), suspended.reason());
                    case PaymentsResumed resumed -> on(resumed.effectiveOn(), resumed.reason());
                };
            case WithdrawalEvent e -> withdrawal(e);
            case ReviewEvent e ->
                switch (e) {
                    case ReviewHeld held -> on(held.effectiveOn(), held.summary());
                    case OutcomeAssessed assessed -> on(assessed.effectiveOn(), assessed.inTheirWords());
                    case LearningShared shared -> on(shared.effectiveOn(), shared.learning());
                };
            case SchemeEvent e ->
                switch (e) {
                    case PolicyPackAdopted adopted -> on(adopted.effectiveFrom(), adopted.reason());
                    case PayCycleChanged changed -> on(changed.effectiveFrom(), changed.reason());
                };
            case AdjustmentEvent e ->
                switch (e) {
                    case ArrearsIdentified arrears -> on(arrears.effectiveOn(), null);
                    case OverpaymentIdentified overpayment -> on(overpayment.effectiveOn(), null);
                };
            case RecoveryEvent e -> recovery(e);
            case EndingEvent e ->
                switch (e) {
                    case DeathRecorded died -> on(died.effectiveOn(), null);
                    case BudgetClosed closed -> on(closed.effectiveOn(), closed.reason());
                };
            case PoolEvent e -> pool(e);
            case PeriodEvent _ -> on(null, null);
        };
    }

    private static Particulars recovery(RecoveryEvent event) {
        return switch (event) {
            case SurplusIdentified e -> on(e.effectiveOn(), null);
            case RecoveryNoticeIssued e -> on(e.effectiveOn(), e.reason());
            case RepresentationRecorded e -> on(e.effectiveOn(), e.representation());
            case FundsRecovered e -> on(e.effectiveOn(), null);
            case ContributionRefunded e -> on(e.effectiveOn(), null);
            case DebtWrittenOff e -> on(e.effectiveOn(), e.reason());
        };
    }

    private static Particulars on(@Nullable LocalDate effectiveOn, @Nullable FreeText reason) {
        return new Particulars(effectiveOn, reason);
    }

    private static Particulars allocation(AllocationEvent event) {
        return switch (event) {
            case BudgetOpened e -> on(e.openedOn(), null);
            case IndicativeAllocationCalculated e -> on(e.effectiveOn(), null);
            case BudgetAllocated e -> on(e.effectiveFrom(), e.reason());
            case AllocationRevised e -> on(e.effectiveFrom(), e.reason());
            case AllocationNotified e -> on(e.effectiveOn(), e.note());
            case ContributionAssessed e -> on(e.effectiveFrom(), e.reason());
        };
    }

    private static Particulars control(ControlEvent event) {
        return switch (event) {
            case ControlChosen e -> on(e.effectiveOn(), e.inTheirWords());
            case DeploymentsSet e -> on(e.effectiveFrom(), e.reason());
            case AgreementSigned e -> on(e.effectiveOn(), null);
            case TrusteesChanged e -> on(e.effectiveOn(), null);
            case AgreementLapsed e -> on(e.effectiveOn(), e.reason());
            case PayeeSet _, PayeeVerified _ -> on(null, null);
        };
    }

    private static Particulars payment(PaymentEvent event) {
        return switch (event) {
            case PaymentReleased e -> on(e.effectiveOn(), null);
            case PaymentFailed e -> on(e.effectiveOn(), e.reason());
            case ContributionReceived e -> on(e.effectiveOn(), null);
            case TopUpReceived e -> on(e.effectiveOn(), null);
            case InterestReceived e -> on(e.effectiveOn(), null);
            case CreditReceived e -> on(e.effectiveOn(), null);
            case CreditResolved e -> on(e.effectiveOn(), e.reason());
        };
    }

    private static Particulars spending(SpendingEvent event) {
        return switch (event) {
            case SpendAuthorised e -> on(e.effectiveOn(), e.purpose());
            case AuthorisationCancelled e -> on(e.effectiveOn(), e.reason());
            case SpendRecorded e -> on(e.effectiveOn(), e.illegal());
            case RefundReceived e -> on(e.effectiveOn(), null);
            case EntryReversed e -> on(e.effectiveOn(), e.reason());
            case SpendQueried e -> on(e.effectiveOn(), e.question());
            case QueryAnswered e -> on(e.effectiveOn(), e.answer());
            case SpendAccepted e -> on(e.effectiveOn(), e.reason());
            case SpendDisallowed e -> on(e.effectiveOn(), e.reason());
        };
    }

    private static Particulars withdrawal(WithdrawalEvent event) {
        return switch (event) {
            case ConcernRaised e -> on(e.effectiveOn(), e.concern());
            case SupportOffered e -> on(e.effectiveOn(), e.support());
            case WarningIssued e -> on(e.effectiveOn(), e.warning());
            case WithdrawalReviewHeld e -> on(e.effectiveOn(), e.findings());
            case WithdrawalNoticeIssued e -> on(e.effectiveOn(), e.reason());
            case AlternativeArranged e -> on(e.effectiveOn(), e.alternative().description());
            case BudgetWithdrawn e -> on(e.effectiveOn(), e.reason());
        };
    }

    private static Particulars pool(PoolEvent event) {
        return switch (event) {
            case PoolOpened e -> on(e.effectiveOn(), e.purpose());
            case PoolMemberJoined e -> on(e.effectiveOn(), null);
            case PoolContributionReceived e -> on(e.effectiveOn(), null);
            case PoolSpendAuthorised e -> on(e.effectiveOn(), e.purpose());
            case PoolAuthorisationCancelled e -> on(e.effectiveOn(), e.reason());
            case PoolSpendRecorded e -> on(e.effectiveOn(), null);
            case PoolRefundReceived e -> on(e.effectiveOn(), null);
            case PoolMemberLeft e -> on(e.effectiveOn(), e.reason());
            case PoolClosed e -> on(e.effectiveOn(), e.reason());
        };
    }
}
