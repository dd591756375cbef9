package org.budgetledger.projections.account;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
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
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Statement;
import org.jspecify.annotations.Nullable;

/** Money that is set aside: earmarks and authorisations. */
public final class SetAsideTables {
    private static final Statement EARMARK = new Statement("earmark", """
            INSERT INTO earmark
                (budget_id, earmark_id, deployment, stream, amount, released, purpose, description, effective_on)
            VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)
            """);

    private static final Statement EARMARK_RELEASED = new Statement(
            "earmark", "UPDATE earmark SET released = released + ? WHERE budget_id = ? AND earmark_id = ?");

    private static final Statement AUTHORISATION = new Statement("authorisation", """
            INSERT INTO authorisation
                (budget_id, authorisation_id, deployment, stream, amount, effective_on, lapses_on, purpose, done)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, false)
            """);

    private static final Statement AUTHORISATION_DONE = new Statement(
            "authorisation", "UPDATE authorisation SET done = true WHERE budget_id = ? AND authorisation_id = ?");

    private SetAsideTables() {}

    public static void write(Recorded recorded, EarmarkEvent event, Changes changes) {
        switch (event) {
            case EarmarkSet e ->
                changes.write(
                        EARMARK,
                        recorded.streamId(),
                        e.earmarkId().value(),
                        e.deployment().value(),
                        e.stream().name(),
                        e.amount().pence(),
                        e.purpose().name(),
                        Columns.text(e.description()),
                        e.effectiveOn());
            case EarmarkReleased e ->
                changes.write(
                        EARMARK_RELEASED,
                        e.amount().pence(),
                        recorded.streamId(),
                        e.earmarkId().value());
        }
    }

    public static void write(Recorded recorded, SpendingEvent event, Changes changes) {
        switch (event) {
            case SpendAuthorised e ->
                changes.write(
                        AUTHORISATION,
                        recorded.streamId(),
                        e.authorisationId().value(),
                        e.deployment().value(),
                        e.stream().name(),
                        e.amount().pence(),
                        e.effectiveOn(),
                        e.lapsesOn(),
                        Columns.text(e.purpose()));
            case AuthorisationCancelled e -> done(recorded, e.authorisationId(), changes);
            case SpendRecorded e -> done(recorded, e.authorisationId(), changes);
            case RefundReceived _,
                    EntryReversed _,
                    SpendQueried _,
                    QueryAnswered _,
                    SpendAccepted _,
                    SpendDisallowed _ -> {}
        }
    }

    private static void done(Recorded recorded, @Nullable ItemId authorisation, Changes changes) {
        if (authorisation != null) {
            changes.write(AUTHORISATION_DONE, recorded.streamId(), authorisation.value());
        }
    }
}
