package org.budgetledger.projections.entitlement;

import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.budget.entitlement.GetEntitlement;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;

/** What falls due, day by day. */
public final class EntitlementQueries {
    private final Readings readings;
    private final BudgetBooks books;

    public EntitlementQueries(Readings readings, BudgetBooks books) {
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetEntitlement query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) -> new EntitlementPage(
                                books.load(query.stream(), cut),
                                query.moment().dayOr(query.today()),
                                query.from(),
                                query.to())
                        .view(asAt));
    }
}
