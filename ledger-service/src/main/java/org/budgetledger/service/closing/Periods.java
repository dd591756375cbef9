package org.budgetledger.service.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.PeriodList;
import org.budgetledger.api.period.PeriodState;
import org.budgetledger.api.period.PeriodView;
import org.budgetledger.projections.period.PackMaker;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.store.RefusedException;
import org.springframework.stereotype.Component;

/** The pay periods of an authority, each with where it stands. */
@Component
public class Periods {
    private final BooksHistory books;
    private final PackMaker maker;
    private final PolicyPacks policies;

    public Periods(BooksHistory books, PackMaker maker, PolicyPacks policies) {
        this.books = books;
        this.maker = maker;
        this.policies = policies;
    }

    PeriodList list(AuthorityId authority, LocalDate today) {
        var calendar = policies.defaultFor(authority).calendar();
        var closed = books.of(authority);
        var periods = new ArrayList<PeriodView>();
        closed.forEach(entry -> periods.add(view(entry)));
        var next = closed.isEmpty()
                ? AccountingPeriod.of(today, calendar).previous(calendar)
                : AccountingPeriod.of(closed.getLast().closed().lastDay().plusDays(1), calendar);
        for (; !next.firstDay().isAfter(today); next = next.next(calendar)) {
            periods.add(open(authority, next, today));
        }
        return new PeriodList(periods, today);
    }

    PeriodView one(AuthorityId authority, LocalDate firstDay, LocalDate today) {
        for (var entry : books.of(authority)) {
            if (entry.closed().firstDay().equals(firstDay)) {
                return view(entry);
            }
        }
        return AccountingPeriod.startingOn(
                        firstDay, policies.defaultFor(authority).calendar())
                .map(period -> open(authority, period, today))
                .orElseThrow(() -> new RefusedException(Refusal.periodNotFound(firstDay)));
    }

    /** A closed period and those closed after it. */
    List<BooksHistory.Entry> from(AuthorityId authority, LocalDate firstDay) {
        var entries = books.of(authority).stream()
                .dropWhile(entry -> !entry.closed().firstDay().equals(firstDay))
                .toList();
        if (entries.isEmpty()) {
            throw new RefusedException(Refusal.packNotFound(firstDay));
        }
        return entries;
    }

    private PeriodView open(AuthorityId authority, AccountingPeriod period, LocalDate today) {
        var progress = maker.progress(authority, period).orElse(null);
        var state = progress != null
                ? PeriodState.CLOSING
                : period.lastDay().isBefore(today) ? PeriodState.OVER : PeriodState.RUNNING;
        return new PeriodView(
                period.firstDay(), period.lastDay(), state, progress, null, null, null, null, null, null, null, null);
    }

    private static PeriodView view(BooksHistory.Entry entry) {
        var closed = entry.closed();
        var signed = entry.signed().orElse(null);
        return new PeriodView(
                closed.firstDay(),
                closed.lastDay(),
                signed == null ? PeriodState.CLOSED : PeriodState.SIGNED,
                null,
                entry.closedAt(),
                closed.closedBy(),
                closed.packSha256(),
                closed.packBytes(),
                closed.follows(),
                closed.totals(),
                signed == null ? null : signed.at(),
                signed == null ? null : signed.event().signedBy());
    }
}
