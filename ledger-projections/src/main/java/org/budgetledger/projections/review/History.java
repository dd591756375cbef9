package org.budgetledger.projections.review;

import java.util.List;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.challenge.ChallengeAnswered;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.review.Change;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.facts.KnownFact;
import org.budgetledger.projections.words.InWords;
import org.budgetledger.projections.words.Particulars;

/** What was decided and changed, the latest first. */
final class History {
    private History() {}

    /** The last things that changed, whoever did them. */
    static List<Change> lastChanges(Facts facts, int limit) {
        return facts.all().reversed().stream()
                .filter(known -> !(known.event() instanceof PoolingEvent))
                .limit(limit)
                .map(History::change)
                .toList();
    }

    /** What the authority decided and why. */
    static List<Change> decisions(Facts facts) {
        return facts.all().reversed().stream()
                .filter(known -> decision(known.event()))
                .map(History::change)
                .toList();
    }

    private static Change change(KnownFact known) {
        var particulars = Particulars.of(known.event());
        return new Change(
                particulars.effectiveOn(),
                known.recordedAt(),
                known.actor(),
                known.role(),
                InWords.of(known.event()),
                particulars.reason());
    }

    /** Whether an event is a decision of the authority about the person, rather than a fact or the person's own choice. */
    private static boolean decision(BudgetEvent event) {
        return switch (event) {
            case AllocationEvent e ->
                e instanceof BudgetAllocated || e instanceof AllocationRevised || e instanceof ContributionAssessed;
            case ControlEvent e -> e instanceof DeploymentsSet || e instanceof AgreementLapsed;
            case SpendingEvent e -> e instanceof SpendAccepted || e instanceof SpendDisallowed;
            case ChallengeEvent e -> e instanceof ChallengeAnswered;
            case RecoveryEvent e -> !(e instanceof RepresentationRecorded);
            case EndingEvent e -> e instanceof BudgetClosed;
            case PlanEvent _, SuspensionEvent _, WithdrawalEvent _, SchemeEvent _, AdjustmentEvent _ -> true;
            case PaymentEvent _, EarmarkEvent _, TransferEvent _, PoolingEvent _, ReviewEvent _ -> false;
        };
    }
}
