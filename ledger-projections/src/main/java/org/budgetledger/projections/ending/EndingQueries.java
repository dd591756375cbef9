package org.budgetledger.projections.ending;

import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.budget.ending.GetFinalAccount;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;

/** The end of a budget. */
public final class EndingQueries {
    private final Readings readings;
    private final BudgetBooks books;

    public EndingQueries(Readings readings, BudgetBooks books) {
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetFinalAccount query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) -> new FinalAccountPage(
                                books.load(query.stream(), cut), query.moment().dayOr(query.today()))
                        .view(asAt));
    }
}
