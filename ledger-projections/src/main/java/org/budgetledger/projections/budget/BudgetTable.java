package org.budgetledger.projections.budget;

import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Statement;

/** One line a budget, and what is known about it beside money. */
final class BudgetTable {
    /** The first review is due within this many months of the first payment (R27). */
    static final int FIRST_REVIEW_MONTHS = 6;

    private static final Statement OPENED = Statement.insert("budget", "budget_id, authority, person_ref, opened_on");

    private static final Statement FIRST_REVIEW_DUE = new Statement(
            "budget", "UPDATE budget SET first_review_due_on = least(first_review_due_on, ?) WHERE budget_id = ?");

    private static final Statement NEXT_REVIEW_DUE =
            new Statement("budget", "UPDATE budget SET next_review_due_on = ? WHERE budget_id = ?");

    private static final Statement FACT = Statement.insert("budget_fact", """
            budget_id, version, type, recorded_at, actor, role, fact::json""");

    private final EventJson json;

    BudgetTable(EventJson json) {
        this.json = json;
    }

    void opened(Recorded recorded, BudgetOpened e, Changes changes) {
        changes.write(
                OPENED,
                recorded.streamId(),
                e.authority().value(),
                e.personRef().value(),
                e.openedOn());
    }

    void paid(Recorded recorded, PaymentReleased e, Changes changes) {
        changes.write(FIRST_REVIEW_DUE, e.effectiveOn().plusMonths(FIRST_REVIEW_MONTHS), recorded.streamId());
    }

    void reviewed(Recorded recorded, ReviewHeld e, Changes changes) {
        changes.write(NEXT_REVIEW_DUE, e.nextDueOn(), recorded.streamId());
    }

    void fact(Recorded recorded, Changes changes) {
        changes.write(
                FACT,
                recorded.streamId(),
                recorded.version(),
                recorded.type(),
                recorded.recordedAtUtc(),
                recorded.actor(),
                recorded.role(),
                json.write(recorded.event()));
    }
}
