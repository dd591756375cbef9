package org.budgetledger.projections.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.DebtsView;
import org.budgetledger.api.budget.balance.DeploymentSum;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.balance.GetDebts;
import org.budgetledger.api.budget.balance.StreamSum;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;

/** What is left, and of which account. */
public final class BalanceQueries {
    private final Readings readings;
    private final BudgetBooks books;

    public BalanceQueries(Readings readings, BudgetBooks books) {
        this.readings = readings;
        this.books = books;
    }

    @QueryHandler
    Reading handle(GetBalance query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) ->
                        view(books.load(query.stream(), cut), query.moment().dayOr(query.today()), asAt));
    }

    @QueryHandler
    Reading handle(GetDebts query) {
        return readings.ofStream(
                Projection.BUDGETS,
                query,
                query.moment(),
                (cut, asAt) ->
                        debts(books.load(query.stream(), cut), query.moment().dayOr(query.today()), asAt));
    }

    private static DebtsView debts(BudgetBook book, LocalDate day, AsAt asAt) {
        var balances = book.balancesOn(day);
        return new DebtsView(book.row().budgetId(), balances.debt(), balances.debts(), day, asAt);
    }

    private static BalanceView view(BudgetBook book, LocalDate day, AsAt asAt) {
        var balances = book.balancesOn(day);
        return new BalanceView(
                book.row().budgetId(),
                balances.balance(),
                balances.free(),
                balances.earmarked(),
                balances.authorised(),
                balances.suspense(),
                balances.debt(),
                balances.owedToHolder(),
                balances.accounts().stream().map(Account::view).toList(),
                grouped(balances, account -> account.key().deployment()).values().stream()
                        .map(BalanceQueries::deployment)
                        .toList(),
                grouped(balances, account -> account.key().stream()).values().stream()
                        .map(BalanceQueries::stream)
                        .toList(),
                balances.earmarks(),
                balances.authorisations(),
                balances.debts(),
                balances.arrears(),
                day,
                asAt);
    }

    private static <K extends Comparable<? super K>> Map<K, List<Account>> grouped(
            Balances balances, Function<Account, K> by) {
        return balances.accounts().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static DeploymentSum deployment(List<Account> accounts) {
        var first = accounts.getFirst();
        return new DeploymentSum(
                first.key().deployment(),
                first.degree(),
                first.deployment() == null ? null : first.deployment().holder(),
                first.notional(),
                Balances.sum(accounts, Account::balance),
                Balances.sum(accounts, Account::earmarked),
                Balances.sum(accounts, Account::authorised),
                Balances.sum(accounts, Account::suspense),
                Balances.sum(accounts, Account::free));
    }

    private static StreamSum stream(List<Account> accounts) {
        return new StreamSum(
                accounts.getFirst().key().stream(),
                Balances.sum(accounts, Account::balance),
                Balances.sum(accounts, Account::earmarked),
                Balances.sum(accounts, Account::authorised),
                Balances.sum(accounts, Account::suspense),
                Balances.sum(accounts, Account::free));
    }
}
