package org.budgetledger.projections.budget;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationEvent;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.challenge.ChallengeEvent;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.entitlement.AdjustmentEvent;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.pooling.PoolingEvent;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.ReviewEvent;
import org.budgetledger.api.budget.review.ReviewHeld;
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
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.budgetledger.api.budget.transfer.TransferEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.projections.account.AccountTable;
import org.budgetledger.projections.account.MoneyLines;
import org.budgetledger.projections.account.SetAsideTables;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.ProjectionWriter;
import org.budgetledger.projections.stream.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything about a budget that its balance, its statement and its reviews are made of. */
@ProcessingGroup("budgets")
public final class BudgetsProjection implements Projecting {
    private final ProjectionWriter writer;
    private final BudgetTable budgets;

    public BudgetsProjection(JdbcTemplate jdbc, EventJson json) {
        this.writer = new ProjectionWriter(Projection.BUDGETS, jdbc);
        this.budgets = new BudgetTable(json);
    }

    @EventHandler
    void on(BudgetEvent ignored, DomainEventMessage<?> message) {
        write(message);
    }

    /** One that another version of the ledger has recorded: parked, with those that follow it. */
    @EventHandler
    void on(UnknownSerializedType ignored, DomainEventMessage<?> message) {
        write(message);
    }

    private void write(DomainEventMessage<?> message) {
        var recorded = Recorded.of(message);
        writer.write(recorded, changes(recorded));
    }

    @Override
    public Projection projection() {
        return Projection.BUDGETS;
    }

    @Override
    public Class<BudgetEvent> concerns() {
        return BudgetEvent.class;
    }

    @Override
    public Changes changes(Recorded recorded) {
        var event = (BudgetEvent) recorded.event();
        var changes = new Changes();
        AccountTable.write(recorded, MoneyLines.of(event), changes);
        switch (event) {
            case AllocationEvent e -> allocation(e, recorded, changes);
            case PaymentEvent e -> payment(e, recorded, changes);
            case SpendingEvent e -> spending(e, recorded, changes);
            case EarmarkEvent e -> SetAsideTables.write(recorded, e, changes);
            case ReviewEvent e -> review(e, recorded, changes);
            case ControlEvent _,
                    PlanEvent _,
                    ChallengeEvent _,
                    SuspensionEvent _,
                    WithdrawalEvent _,
                    SchemeEvent _,
                    AdjustmentEvent _,
                    RecoveryEvent _,
                    PoolingEvent _,
                    EndingEvent _ -> budgets.fact(recorded, changes);
            case TransferEvent _ -> {}
        }
        return changes;
    }

    private void allocation(AllocationEvent event, Recorded recorded, Changes changes) {
        if (event instanceof BudgetOpened opened) {
            budgets.opened(recorded, opened, changes);
        }
        budgets.fact(recorded, changes);
    }

    /** What settles days, or pays a contribution, is part of what is due; the rest is money only. */
    private void payment(PaymentEvent event, Recorded recorded, Changes changes) {
        switch (event) {
            case PaymentReleased e -> {
                budgets.paid(recorded, e, changes);
                budgets.fact(recorded, changes);
            }
            case PaymentFailed _, ContributionReceived _, CreditResolved _ -> budgets.fact(recorded, changes);
            case TopUpReceived _, InterestReceived _, CreditReceived _ -> {}
        }
    }

    private void spending(SpendingEvent event, Recorded recorded, Changes changes) {
        SetAsideTables.write(recorded, event, changes);
        switch (event) {
            case SpendQueried _, QueryAnswered _, SpendAccepted _, SpendDisallowed _, EntryReversed _ ->
                budgets.fact(recorded, changes);
            case SpendAuthorised _, AuthorisationCancelled _, SpendRecorded _, RefundReceived _ -> {}
        }
    }

    private void review(ReviewEvent event, Recorded recorded, Changes changes) {
        if (event instanceof ReviewHeld held) {
            budgets.reviewed(recorded, held, changes);
        }
        budgets.fact(recorded, changes);
    }
}
