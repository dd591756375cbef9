package org.budgetledger.projections.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;

/** The accounting date of what settles, owes or pays something. */
public final class EntryDay {
    private EntryDay() {}

    /** The day on which an event counts; none for one that is no entry in what is settled or owed. */
    public static Optional<LocalDate> of(BudgetEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case PaymentReleased e -> e.effectiveOn();
                    case PaymentFailed e -> e.effectiveOn();
                    case ContributionReceived e -> e.effectiveOn();
                    case CreditResolved e -> e.effectiveOn();
                    case EntryReversed e -> e.effectiveOn();
                    case SpendDisallowed e -> e.effectiveOn();
                    case SpendAccepted e -> e.effectiveOn();
                    case ArrearsIdentified e -> e.effectiveOn();
                    case OverpaymentIdentified e -> e.effectiveOn();
                    case FundsRecovered e -> e.effectiveOn();
                    case ContributionRefunded e -> e.effectiveOn();
                    case DebtWrittenOff e -> e.effectiveOn();
                    case SurplusIdentified e -> e.effectiveOn();
                    case RecoveryNoticeIssued e -> e.effectiveOn();
                    case RepresentationRecorded e -> e.effectiveOn();
                    default -> null; // nothing else settles, owes or pays anything
                });
    }
}
