package org.budgetledger.api.budget;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.allocation.AllocationCommand;
import org.budgetledger.api.budget.challenge.ChallengeCommand;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.earmark.EarmarkCommand;
import org.budgetledger.api.budget.ending.EndingCommand;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.plan.PlanCommand;
import org.budgetledger.api.budget.recovery.RecoveryCommand;
import org.budgetledger.api.budget.review.ReviewCommand;
import org.budgetledger.api.budget.scheme.SchemeCommand;
import org.budgetledger.api.budget.spending.SpendingCommand;
import org.budgetledger.api.budget.suspension.SuspensionCommand;
import org.budgetledger.api.budget.transfer.TransferCommand;
import org.budgetledger.api.budget.withdrawal.WithdrawalCommand;

/** A command to one budget. */
public sealed interface BudgetCommand extends LedgerCommand
        permits AllocationCommand,
                ChallengeCommand,
                ControlCommand,
                PlanCommand,
                SchemeCommand,
                PaymentCommand,
                SpendingCommand,
                EarmarkCommand,
                TransferCommand,
                SuspensionCommand,
                WithdrawalCommand,
                EndingCommand,
                RecoveryCommand,
                ReviewCommand {
    BudgetId budgetId();

    @JsonIgnore
    @Override
    default StreamId streamId() {
        return budgetId();
    }
}
