package org.budgetledger.projections.account;

import java.time.LocalDate;
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

/** Money that is set aside, earmarks and authorisations, and what became of it: added to, never changed, so that the past can be read. */
public final class SetAsideTables {
    private static final Statement EARMARK = Statement.insert("earmark", """
            budget_id, earmark_id, version, deployment, stream, amount, purpose, description, effective_on""");

    private static final Statement EARMARK_RELEASED = Statement.insert("earmark_release", """
            budget_id, version, earmark_id, amount, effective_on""");

    private static final Statement AUTHORISATION = Statement.insert("authorisation", """
            budget_id, authorisation_id, version, deployment, stream, amount, effective_on, lapses_on, purpose""");

    private static final Statement AUTHORISATION_DONE = Statement.insert("authorisation_end", """
            budget_id, version, authorisation_id, effective_on""");

    private SetAsideTables() {}

    public static void write(Recorded recorded, EarmarkEvent event, Changes changes) {
        switch (event) {
            case EarmarkSet e ->
                changes.write(
                        EARMARK,
                        recorded.streamId(),
                        e.earmarkId().value(),
                        recorded.version(),
                        e.deployment().value(),
                        e.stream().name(),
                        e.amount().pence(),
                        e.purpose().name(),
                        Columns.text(e.description()),
                        e.effectiveOn());
            case EarmarkReleased e ->
                changes.write(
                        EARMARK_RELEASED,
                        recorded.streamId(),
                        recorded.version(),
                        e.earmarkId().value(),
                        e.amount().pence(),
                        e.effectiveOn());
        }
    }

    public static void write(Recorded recorded, SpendingEvent event, Changes changes) {
        switch (event) {
            case SpendAuthorised e ->
                changes.write(
                        AUTHORISATION,
                        recorded.streamId(),
                        e.authorisationId().value(),
                        recorded.version(),
                        e.deployment().value(),
                        e.stream().name(),
                        e.amount().pence(),
                        e.effectiveOn(),
                        e.lapsesOn(),
                        Columns.text(e.purpose()));
            case AuthorisationCancelled e -> done(recorded, e.authorisationId(), e.effectiveOn(), changes);
            case SpendRecorded e -> done(recorded, e.authorisationId(), e.effectiveOn(), changes);
            case RefundReceived _,
                    EntryReversed _,
                    SpendQueried _,
                    QueryAnswered _,
                    SpendAccepted _,
                    SpendDisallowed _ -> {}
        }
    }

    private static void done(Recorded recorded, @Nullable ItemId authorisation, LocalDate on, Changes changes) {
        if (authorisation != null) {
            changes.write(AUTHORISATION_DONE, recorded.streamId(), recorded.version(), authorisation.value(), on);
        }
    }
}
