package org.budgetledger.projections.words;

import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.budget.scheme.PayCycleChanged;
import org.budgetledger.api.budget.scheme.PolicyPackAdopted;
import org.budgetledger.api.budget.scheme.SchemeEvent;

/** What is due, what is asked back and how it ends, as sentences. */
final class DuesInWords {
    private DuesInWords() {}

    static String revised(AllocationRevised e) {
        return e.weekly() == null
                ? "The sum of %s that was agreed once on %s is now %s, on %s."
                        .formatted(e.was(), Phrases.plain(e.stream()), e.oneOff(), Phrases.day(e.effectiveFrom()))
                : "The rate on %s was changed from %s to %s a week%s."
                        .formatted(
                                Phrases.plain(e.stream()),
                                e.was(),
                                e.weekly(),
                                Phrases.span(e.effectiveFrom(), e.effectiveTo()));
    }

    static String scheme(SchemeEvent event) {
        return switch (event) {
            case PolicyPackAdopted e ->
                "From %s the budget goes by the policy %s.".formatted(Phrases.day(e.effectiveFrom()), e.policyPack());
            case PayCycleChanged e ->
                "From %s the budget is paid %s."
                        .formatted(
                                Phrases.day(e.effectiveFrom()),
                                howOften(e.payCycle().kind()));
        };
    }

    private static String howOften(PayCycle.Kind kind) {
        return switch (kind) {
            case WEEKLY -> "every week";
            case FOUR_WEEKLY -> "every four weeks";
            case MONTHLY -> "every month";
        };
    }

    static String adjustment(AdjustmentEvent event) {
        return switch (event) {
            case ArrearsIdentified e ->
                "%s more is due to %s than was paid: %s."
                        .formatted(e.amount(), Phrases.account(e.deployment(), e.stream()), lines(e.lines()));
            case OverpaymentIdentified e ->
                "%s more was paid to %s than is due: %s."
                        .formatted(e.amount(), Phrases.account(e.deployment(), e.stream()), lines(e.lines()));
        };
    }

    private static String lines(List<AdjustmentLine> lines) {
        return lines.stream()
                .map(line -> line.amount() + " for " + Phrases.day(line.from()) + " to " + Phrases.day(line.to()))
                .collect(Collectors.joining(", "));
    }

    static String recovery(RecoveryEvent event) {
        return switch (event) {
            case SurplusIdentified e ->
                "On %s %s held %s more than it may keep: %s, less what is set aside and payable, and %d weeks at %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()),
                                Phrases.account(e.deployment(), e.stream()),
                                e.surplus(),
                                e.balance(),
                                e.weeksKept(),
                                e.weekly());
            case RecoveryNoticeIssued e ->
                "Notice was given on %s that %s is asked back from %s, not before %s."
                        .formatted(
                                Phrases.day(e.effectiveOn()),
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.dueOn()));
            case RepresentationRecorded e ->
                "The payer answered a notice of recovery on %s.".formatted(Phrases.day(e.effectiveOn()));
            case FundsRecovered e ->
                "%s went back from %s to the authority on %s%s."
                        .formatted(
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()),
                                e.paidFromElsewhere() ? ", with money from elsewhere" : "");
            case ContributionRefunded e ->
                "%s of %s, the person’s part, went back to them on %s."
                        .formatted(
                                e.amount(), Phrases.account(e.deployment(), e.stream()), Phrases.day(e.effectiveOn()));
            case DebtWrittenOff e ->
                "A debt of %s on %s was written off on %s, as %s asked and %s approved."
                        .formatted(
                                e.amount(),
                                Phrases.account(e.deployment(), e.stream()),
                                Phrases.day(e.effectiveOn()),
                                e.requestedBy(),
                                e.approvedBy());
        };
    }

    static String ending(EndingEvent event) {
        return switch (event) {
            case DeathRecorded e ->
                "The person died on %s; the last day payable is %s."
                        .formatted(Phrases.day(e.diedOn()), Phrases.day(e.lastDay()));
            case BudgetClosed e -> "The budget was closed on %s.".formatted(Phrases.day(e.effectiveOn()));
        };
    }
}
