package org.budgetledger.projections.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.GetRecoveries;
import org.budgetledger.api.budget.recovery.ListSurplusWatch;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.budget.recovery.RecoveriesView;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may be asked back, what was, and what came of it. */
public final class RecoveryQueries {
    private final Readings readings;
    private final BudgetBooks books;
    private final SurplusWatch watch;

    public RecoveryQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.readings = readings;
        this.books = books;
        this.watch = new SurplusWatch(jdbc, readings, books);
    }

    @QueryHandler
    Reading handle(GetRecoveries query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) ->
                        view(books.load(query.stream(), cut), query.moment().dayOr(query.today()), asAt));
    }

    @QueryHandler
    Reading handle(ListSurplusWatch query) {
        return readings.ofList(Projection.BUDGETS, () -> watch.page(query));
    }

    private static RecoveriesView view(BudgetBook book, LocalDate day, AsAt asAt) {
        var balances = book.balancesOn(day);
        var events = book.facts().upTo(book.cut(), RecoveryEvent.class);
        var notices = Notices.of(events);
        var recoveries = of(events, FundsRecovered.class);
        var refunds = of(events, ContributionRefunded.class);
        var writeOffs = of(events, DebtWrittenOff.class);
        return new RecoveriesView(
                book.row().budgetId(),
                sum(recoveries, e -> e.amount().money()),
                sum(refunds, e -> e.amount().money()),
                sum(writeOffs, e -> e.amount().money()),
                sum(notices, NoticeView::outstanding),
                balances.debt(),
                of(events, SurplusIdentified.class),
                notices,
                recoveries,
                refunds,
                writeOffs,
                balances.debts(),
                day,
                asAt);
    }

    private static <E extends RecoveryEvent> List<E> of(List<RecoveryEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
