package org.budgetledger.service.model;

import java.util.List;
import org.budgetledger.api.Fact;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.earmark.EarmarkCommand;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;

/** What is closed still takes facts, and they are put right, asked about and challenged; nothing new is decided. */
final class ClosedAnswers {
    private static final List<Class<?>> DECIDING = List.of(
            AllocationCommand.class,
            ControlCommand.class,
            PlanCommand.class,
            SchemeCommand.class,
            EarmarkCommand.class,
            TransferCommand.class,
            SuspensionCommand.class,
            WithdrawalCommand.class,
            ReleasePayment.class,
            AuthoriseSpend.class,
            CloseBudget.class);

    private ClosedAnswers() {}

    static boolean closed(ModelBudget budget) {
        return budget.last(CloseBudget.class) != null;
    }

    static boolean decidesAnew(BudgetCommand command, ModelBudget budget) {
        return closed(budget)
                && !(command instanceof Fact)
                && DECIDING.stream().anyMatch(kind -> kind.isInstance(command));
    }
}
