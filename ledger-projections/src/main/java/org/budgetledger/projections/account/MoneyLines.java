package org.budgetledger.projections.account;

import java.util.List;
import java.util.Optional;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.plan.PlanEvent;
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
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.MovedBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.transfer.TransferredBetweenStreams;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;

/** What each event does to the money: the one place that says so. Events that only say something have no lines. */
public final class MoneyLines {
    private MoneyLines() {}

    public static List<Line> of(BudgetEvent event) {
        return switch (event) {
            case PaymentEvent e -> payment(e);
            case SpendingEvent e -> spending(e);
            case TransferEvent e -> transfer(e);
            case PoolingEvent e -> pooling(e);
            case RecoveryEvent e -> recovery(e);
            case SchemeEvent _,
                    AdjustmentEvent _,
                    EndingEvent _,
                    AllocationEvent _,
                    ChallengeEvent _,
                    ControlEvent _,
                    PlanEvent _,
                    EarmarkEvent _,
                    SuspensionEvent _,
                    WithdrawalEvent _,
                    ReviewEvent _ -> List.of();
        };
    }

    private static List<Line> payment(PaymentEvent event) {
        return switch (event) {
            case PaymentReleased e ->
                e.lines().stream()
                        .map(line -> Line.of(
                                LineKind.PAYMENT,
                                e.paymentId(),
                                e.deployment(),
                                line.stream(),
                                line.amount(),
                                e.effectiveOn()))
                        .toList();
            case PaymentFailed e ->
                e.lines().stream()
                        .map(line -> Line.of(
                                        LineKind.PAYMENT,
                                        e.failureId(),
                                        e.deployment(),
                                        line.stream(),
                                        line.amount(),
                                        e.effectiveOn())
                                .negated()
                                .reversing(e.paymentId()))
                        .toList();
            case ContributionReceived e ->
                List.of(Line.of(
                        LineKind.CONTRIBUTION,
                        e.contributionId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.effectiveOn()));
            case TopUpReceived e ->
                List.of(Line.of(LineKind.TOP_UP, e.topUpId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn()));
            case InterestReceived e ->
                List.of(Line.of(
                        LineKind.INTEREST, e.interestId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn()));
            case CreditReceived e ->
                List.of(Line.of(
                        LineKind.CREDIT, e.creditId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn()));
            case CreditResolved e -> resolved(e);
        };
    }

    /** What was in suspense leaves it, and counts from now on as what it was; what was given back is gone. */
    private static List<Line> resolved(CreditResolved e) {
        var outOfSuspense = Line.of(
                        LineKind.CREDIT, e.creditId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn())
                .negated();
        return explained(e.resolvedAs())
                .map(kind -> Line.of(kind, e.creditId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn())
                        .about(e.spendId()))
                .map(line -> List.of(outOfSuspense, line))
                .orElseGet(() -> List.of(outOfSuspense));
    }

    private static Optional<LineKind> explained(CreditKind kind) {
        return switch (kind) {
            case CONTRIBUTION -> Optional.of(LineKind.CONTRIBUTION);
            case REFUND -> Optional.of(LineKind.REFUND);
            case TOP_UP -> Optional.of(LineKind.TOP_UP);
            case INTEREST -> Optional.of(LineKind.INTEREST);
            case RETURNED -> Optional.empty();
        };
    }

    private static List<Line> spending(SpendingEvent event) {
        return switch (event) {
            case SpendRecorded e ->
                List.of(Line.of(LineKind.SPEND, e.spendId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn())
                        .with(e));
            case RefundReceived e ->
                List.of(Line.of(LineKind.REFUND, e.refundId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn())
                        .about(e.spendId()));
            case EntryReversed e ->
                List.of(Line.of(
                                reversed(e.kind()),
                                e.reversalId(),
                                e.deployment(),
                                e.stream(),
                                e.amount(),
                                e.effectiveOn())
                        .negated()
                        .reversing(e.entryId())
                        .about(e.kind() == EntryKind.SPEND ? e.entryId() : e.spendId()));
            case SpendAuthorised _,
                    AuthorisationCancelled _,
                    SpendQueried _,
                    QueryAnswered _,
                    SpendAccepted _,
                    SpendDisallowed _ -> List.of();
        };
    }

    private static LineKind reversed(EntryKind kind) {
        return switch (kind) {
            case SPEND -> LineKind.SPEND;
            case REFUND -> LineKind.REFUND;
            case CONTRIBUTION -> LineKind.CONTRIBUTION;
            case TOP_UP -> LineKind.TOP_UP;
            case INTEREST -> LineKind.INTEREST;
            case CREDIT -> LineKind.CREDIT;
        };
    }

    private static List<Line> transfer(TransferEvent event) {
        return switch (event) {
            case MovedBetweenDeployments e ->
                List.of(
                        Line.of(
                                LineKind.TRANSFER_OUT,
                                e.moveId(),
                                e.fromDeployment(),
                                e.stream(),
                                e.amount(),
                                e.effectiveOn()),
                        Line.of(
                                LineKind.TRANSFER_IN,
                                e.moveId(),
                                e.toDeployment(),
                                e.stream(),
                                e.amount(),
                                e.effectiveOn()));
            case TransferredBetweenStreams e ->
                List.of(
                        Line.of(
                                LineKind.TRANSFER_OUT,
                                e.transferId(),
                                e.deployment(),
                                e.fromStream(),
                                e.amount(),
                                e.effectiveOn()),
                        Line.of(
                                LineKind.TRANSFER_IN,
                                e.transferId(),
                                e.deployment(),
                                e.toStream(),
                                e.amount(),
                                e.effectiveOn()));
        };
    }

    private static List<Line> pooling(PoolingEvent event) {
        return switch (event) {
            case ContributedToPool e ->
                List.of(Line.of(
                        LineKind.POOL_CONTRIBUTION,
                        e.contributionId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.effectiveOn()));
            case PoolShareReturned e ->
                List.of(Line.of(
                        LineKind.POOL_RETURN,
                        new EntryId(e.poolId().value()),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.effectiveOn()));
            case LeftPool _ -> List.of();
        };
    }

    private static List<Line> recovery(RecoveryEvent event) {
        return switch (event) {
            case FundsRecovered e
            when !e.paidFromElsewhere() ->
                List.of(Line.of(
                        LineKind.RECOVERY, e.recoveryId(), e.deployment(), e.stream(), e.amount(), e.effectiveOn()));
            case ContributionRefunded e ->
                List.of(Line.of(
                        LineKind.CONTRIBUTION_REFUND,
                        e.refundId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.effectiveOn()));
            case FundsRecovered _,
                    SurplusIdentified _,
                    RecoveryNoticeIssued _,
                    RepresentationRecorded _,
                    DebtWrittenOff _ -> List.of();
        };
    }
}
