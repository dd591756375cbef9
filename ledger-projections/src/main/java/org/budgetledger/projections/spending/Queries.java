package org.budgetledger.projections.spending;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.review.OpenQuery;
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

/** What is being asked about a budget's spends. A query is open until it is resolved, answered or not (R10). */
public final class Queries {
    private Queries() {}

    public static List<OpenQuery> openOn(LocalDate today, List<SpendingEvent> events) {
        var open = new LinkedHashMap<EntryId, OpenQuery>();
        for (var event : events) {
            switch (event) {
                case SpendQueried e ->
                    open.put(
                            e.spendId(),
                            new OpenQuery(
                                    e.spendId(),
                                    e.question(),
                                    null,
                                    e.late(),
                                    e.effectiveOn(),
                                    Math.max(0, ChronoUnit.DAYS.between(e.effectiveOn(), today))));
                case QueryAnswered e ->
                    open.computeIfPresent(
                            e.spendId(),
                            (_, query) -> new OpenQuery(
                                    query.spendId(),
                                    query.question(),
                                    e.answer(),
                                    query.late(),
                                    query.effectiveOn(),
                                    query.ageDays()));
                case SpendAccepted e -> open.remove(e.spendId());
                case SpendDisallowed e -> open.remove(e.spendId());
                case SpendAuthorised _,
                        AuthorisationCancelled _,
                        SpendRecorded _,
                        RefundReceived _,
                        EntryReversed _ -> {}
            }
        }
        return List.copyOf(open.values());
    }
}
