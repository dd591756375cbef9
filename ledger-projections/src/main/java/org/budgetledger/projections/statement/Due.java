package org.budgetledger.projections.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.facts.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What came due in one pay period on an account that holds no money: a line of its statement, because its balance is made of
 * entitlement (domain §4). Each is the difference between what was due by its end and by the end of the one before, so that
 * they add up to what the balance counts.
 *
 * @param from the first of its days
 * @param on the last of its days
 */
record Due(AccountKey account, LocalDate from, LocalDate on, Money amount) {
    /** All that came due to a day, in the order of their dates; divided before {@code from}, too, where a statement begins. */
    static List<Due> upTo(LocalDate day, @Nullable LocalDate from, Balances balances, Facts facts) {
        var deployments = Deployments.of(facts);
        return balances.accounts().stream()
                .filter(Account::notional)
                .flatMap(
                        account -> of(account.key(), ends(day, from, account.key(), deployments), deployments).stream())
                .sorted(Comparator.comparing(Due::on))
                .toList();
    }

    private static List<Due> of(AccountKey account, Ends ends, Deployments deployments) {
        var lines = new ArrayList<Due>();
        var before = Money.ZERO;
        var first = ends.first();
        for (var end : ends.last()) {
            var due = deployments.entitlement().upTo(end, account);
            if (!due.equals(before)) {
                lines.add(new Due(account, first, end, due.minus(before)));
            }
            before = due;
            first = end.plusDays(1);
        }
        return lines;
    }

    private record Ends(LocalDate first, TreeSet<LocalDate> last) {}

    /** The last day of every pay period that begins by a day, and that day itself. */
    private static Ends ends(LocalDate day, @Nullable LocalDate from, AccountKey account, Deployments deployments) {
        var book = deployments.entitlement();
        var first = Stream.concat(
                        book.rates().stream()
                                .filter(rate -> rate.stream() == account.stream())
                                .map(Entitlement.Rate::from),
                        book.oneOffs().stream()
                                .filter(oneOff -> oneOff.stream() == account.stream())
                                .map(Entitlement.OneOff::on))
                .min(Comparator.naturalOrder())
                .orElse(day.plusDays(1));
        var ends = new TreeSet<LocalDate>();
        for (var next = first; !next.isAfter(day); ) {
            next = book.calendar().nextPeriodStart(next);
            ends.add(next.isAfter(day) ? day : next.minusDays(1));
        }
        if (from != null && from.isAfter(first) && !from.isAfter(day)) {
            ends.add(from.minusDays(1));
        }
        return new Ends(first, ends);
    }
}
