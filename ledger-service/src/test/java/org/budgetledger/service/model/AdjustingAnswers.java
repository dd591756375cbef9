package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.api.budget.entitlement.AdjustmentCause;
import org.budgetledger.api.budget.entitlement.AdjustmentLine;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.jspecify.annotations.Nullable;

/** R16: after every change, what is settled of days that were paid for is brought to what is due of them. */
final class AdjustingAnswers {
    private AdjustingAnswers() {}

    static void adjust(BudgetCommand command, ModelBudget budget, Answer answer) {
        var cause = cause(command);
        if (cause == null) {
            return;
        }
        var more = new LinkedHashMap<AccountKey, List<AdjustmentLine>>();
        var less = new LinkedHashMap<AccountKey, List<AdjustmentLine>>();
        for (var span : budget.spans) {
            if (command instanceof ReleasePayment released && !span.payment.equals(released.paymentId())) {
                continue;
            }
            for (var due : NaiveDue.pieces(budget.book(), span.account, span.from, span.to)) {
                var was = span.settled(due.from());
                var difference = due.pence() - was;
                if (difference != 0) {
                    (difference > 0 ? more : less)
                            .computeIfAbsent(span.account, _ -> new ArrayList<>())
                            .add(line(span.payment, span.account, due, was, Math.abs(difference)));
                    span.identify(due.from(), difference);
                }
            }
        }
        identify(command, cause, more, Owed.Kind.ARREARS, budget, answer);
        identify(command, cause, less, Owed.Kind.OVERPAYMENT, budget, answer);
    }

    private static AdjustmentLine line(
            EntryId payment, AccountKey account, NaiveDue.Piece due, long was, long difference) {
        return new AdjustmentLine(
                payment,
                account.stream(),
                due.from(),
                due.to(),
                due.period(),
                NaiveCalendar.financialYear(due.from()),
                Money.ofPence(was),
                Money.ofPence(due.pence()),
                Amount.ofPence(difference));
    }

    private static void identify(
            BudgetCommand command,
            AdjustmentCause cause,
            Map<AccountKey, List<AdjustmentLine>> found,
            Owed.Kind kind,
            ModelBudget budget,
            Answer answer) {
        found.forEach((account, lines) -> {
            var arrears = kind == Owed.Kind.ARREARS;
            var id = id(budget, command.commandId(), (arrears ? "arrears " : "overpayment ") + account);
            var sum = Amount.ofPence(
                    lines.stream().mapToLong(line -> line.amount().pence()).sum());
            answer.happened(
                    budget.id,
                    arrears
                            ? new ArrearsIdentified(
                                    id, account.deployment(), account.stream(), cause, sum, lines, answer.today)
                            : new OverpaymentIdentified(
                                    id, account.deployment(), account.stream(), cause, sum, lines, answer.today));
            budget.items.add(new ModelItem(id, kind, account, sum.pence()));
        });
    }

    private static ItemId id(ModelBudget budget, CommandId command, String label) {
        return new ItemId(Minting.mint(budget.authority, command, label));
    }

    private static @Nullable AdjustmentCause cause(BudgetCommand command) {
        return switch (command) {
            case AssessContribution _ -> AdjustmentCause.CONTRIBUTION_ASSESSED;
            case AllocationCommand _ -> AdjustmentCause.ALLOCATION_CHANGED;
            case SetDeployments _ -> AdjustmentCause.DEPLOYMENTS_CHANGED;
            case SuspendPayments _ -> AdjustmentCause.PAYMENTS_SUSPENDED;
            case ResumePayments _ -> AdjustmentCause.PAYMENTS_RESUMED;
            case WithdrawBudget _ -> AdjustmentCause.BUDGET_WITHDRAWN;
            case RecordDeath _ -> AdjustmentCause.DEATH_RECORDED;
            case CloseBudget _ -> AdjustmentCause.BUDGET_CLOSED;
            case ReleasePayment _ -> AdjustmentCause.RELEASED_DIFFERENTLY;
            case RecordPaymentFailure _ -> AdjustmentCause.PAYMENT_FAILED;
            default -> null; // nothing else changes what is due or settled
        };
    }
}
