package org.budgetledger.service.budget.spending;

import java.time.LocalDate;
import org.budgetledger.api.EntryId;
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
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Which spends are asked about, from when. */
public record Queries(PMap<EntryId, LocalDate> open) {
    public static final Queries NONE = new Queries(HashTreePMap.empty());

    public Queries evolve(SpendingEvent event) {
        return switch (event) {
            case SpendQueried e -> new Queries(open.plus(e.spendId(), e.effectiveOn()));
            case SpendAccepted e -> new Queries(open.minus(e.spendId()));
            case SpendDisallowed e -> new Queries(open.minus(e.spendId()));
            // What is reversed never was, so there is nothing left to ask about.
            case EntryReversed e -> new Queries(open.minus(e.entryId()));
            case SpendAuthorised _, AuthorisationCancelled _, SpendRecorded _, RefundReceived _, QueryAnswered _ ->
                this;
        };
    }
}
