package org.budgetledger.projections.explanation;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.explanation.ExplanationView;
import org.budgetledger.api.budget.explanation.GetExplanation;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Cut;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.jdbc.core.JdbcTemplate;

/** What makes up a figure: every sum here is that of its items. */
public final class ExplanationQueries {
    private final Entries entries;
    private final Readings readings;
    private final BudgetBooks books;

    public ExplanationQueries(JdbcTemplate jdbc, Readings readings, BudgetBooks books) {
        this.entries = new Entries(jdbc);
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetExplanation query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) -> view(query, books.load(query.stream(), cut), asAt));
    }

    private ExplanationView view(GetExplanation query, BudgetBook book, AsAt asAt) {
        var day = query.moment().dayOr(query.today());
        var asked = new Asked(book, book.balancesOn(day), day, query.deployment(), query.fundingStream());
        var items = Asked.inOrder(items(query, asked));
        var after = query.paging().after();
        var first = (int) Math.max(0, Math.min(items.size(), after == null ? 0 : after.position()));
        var last = Math.min(items.size(), first + query.paging().limit());
        return new ExplanationView(
                query.budgetId(),
                query.figure(),
                query.deployment(),
                query.fundingStream(),
                items.stream().map(ExplainedItem::amount).reduce(Money.ZERO, Money::plus),
                items.size(),
                items.subList(first, last),
                last < items.size() ? new Cursor(Cursor.NO_DAY, last, Cursor.NO_ID) : null,
                day,
                asAt);
    }

    private List<ExplainedItem> items(GetExplanation query, Asked asked) {
        return switch (query.figure()) {
            case BALANCE -> balance(query, asked);
            case FREE -> {
                var balance = balance(query, asked);
                yield Stream.of(balance, Entries.suspended(balance), SetAsideItems.of(asked))
                        .flatMap(List::stream)
                        .toList();
            }
            case ENTITLEMENT -> new CameDue(asked).gross(asked.accounts());
            case ARREARS -> OwedItems.of(asked, kind -> kind == Owed.Kind.ARREARS);
            case DEBTS ->
                Stream.concat(OwedItems.of(asked, Owed.Kind::isDebt).stream(), ContributionItems.owing(asked).stream())
                        .toList();
            case CONTRIBUTION_ARREARS -> ContributionItems.of(asked);
            case SURPLUS -> SurplusItems.of(asked, query.weeks());
        };
    }

    private List<ExplainedItem> balance(GetExplanation query, Asked asked) {
        var managed = asked.accounts().stream().filter(Account::notional).toList();
        return Stream.concat(
                        entries.of(asked, discretion(query, asked.book())).stream(),
                        new CameDue(asked).gross(managed).stream())
                .toList();
    }

    /** What may be shown depends on who asks and what is being asked about by now, whenever the figures were known (R30). */
    private Discretion discretion(GetExplanation query, BudgetBook book) {
        var facts = book.cut().equals(Cut.NONE)
                ? book.facts()
                : books.facts(query.budgetId().value());
        return Discretion.towards(query.viewer(), List.copyOf(facts.of(SpendingEvent.class)));
    }
}
