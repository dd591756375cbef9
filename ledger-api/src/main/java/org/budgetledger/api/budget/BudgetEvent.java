package org.budgetledger.api.budget;

import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.scheme.SchemeEvent;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;

/** An event in one budget's history. */
public sealed interface BudgetEvent extends LedgerEvent
        permits AllocationEvent,
                ChallengeEvent,
                ControlEvent,
                PlanEvent,
                SchemeEvent,
                AdjustmentEvent,
                PaymentEvent,
                SpendingEvent,
                EarmarkEvent,
                TransferEvent,
                PoolingEvent,
                SuspensionEvent,
                WithdrawalEvent,
                EndingEvent,
                RecoveryEvent,
                ReviewEvent {}
