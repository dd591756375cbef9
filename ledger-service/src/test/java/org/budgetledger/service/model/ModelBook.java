package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.Objects;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.jspecify.annotations.Nullable;

/** The entitlement book that follows from the commands that were accepted. */
final class ModelBook {
    private ModelBook() {}

    static NaiveBook of(ModelBudget budget, PayCycle cycle) {
        var book = new NaiveBook(cycle);
        var withdrawn = WithdrawalAnswers.lastDay(budget);
        for (var each : budget.done) {
            enter(each.command(), book, withdrawn);
        }
        return book;
    }

    /** Whether a command may change what is due. */
    static boolean concerns(BudgetCommand command) {
        return command instanceof AllocateBudget
                || command instanceof ReviseAllocation
                || command instanceof AssessContribution
                || command instanceof SetDeployments
                || command instanceof ChangePayCycle
                || command instanceof SuspendPayments
                || command instanceof ResumePayments
                || command instanceof WithdrawBudget
                || command instanceof RecordDeath
                || command instanceof CloseBudget;
    }

    private static void enter(BudgetCommand command, NaiveBook book, @Nullable LocalDate withdrawn) {
        switch (command) {
            case AllocateBudget c
            when c.weekly() != null ->
                book.rates.add(
                        new NaiveBook.Weekly(c.stream(), c.weekly().pence(), c.effectiveFrom(), c.effectiveTo()));
            case AllocateBudget c ->
                book.oneOff(new NaiveBook.OneOff(
                        c.allocationId(),
                        c.stream(),
                        Objects.requireNonNull(c.oneOff()).pence(),
                        c.effectiveFrom()));
            case ReviseAllocation c
            when c.weekly() != null ->
                book.rates.add(
                        new NaiveBook.Weekly(c.stream(), c.weekly().pence(), c.effectiveFrom(), c.effectiveTo()));
            case ReviseAllocation c ->
                book.oneOff(new NaiveBook.OneOff(
                        Objects.requireNonNull(c.revises()),
                        c.stream(),
                        Objects.requireNonNull(c.oneOff()).pence(),
                        c.effectiveFrom()));
            case AssessContribution c ->
                book.contributions.add(
                        new NaiveBook.Weekly(c.stream(), c.weekly().pence(), c.effectiveFrom(), c.effectiveTo()));
            case SetDeployments c -> book.mixtures.add(new NaiveBook.Mixture(c.effectiveFrom(), c.deployments()));
            case ChangePayCycle c -> book.calendar.change(c.payCycle(), c.effectiveFrom());
            case SuspendPayments c -> book.suspending.add(new NaiveBook.Suspending(true, c.effectiveOn()));
            case ResumePayments c -> book.suspending.add(new NaiveBook.Suspending(false, c.effectiveOn()));
            case WithdrawBudget _ -> book.withdrawn = withdrawn;
            case RecordDeath c -> book.died = c.diedOn();
            case CloseBudget c -> book.closed = c.effectiveOn();
            default -> {} // nothing else decides what is due
        }
    }
}
