package org.budgetledger.service.period;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.Objects;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.api.period.PeriodSigned;
import org.budgetledger.api.period.SignPeriod;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.jspecify.annotations.Nullable;

/** Closing periods one after another, and signing them: R25, R29. */
public final class PeriodDecider {
    private PeriodDecider() {}

    /**
     * Decides on the books of the actor's own authority.
     *
     * @param pack what was made for the command; none where nothing was
     */
    public static Decision<PeriodEvent> decide(
            PeriodCommand command, Context context, PayCalendar calendar, Books books, @Nullable DrawnPack pack) {
        return switch (command) {
            case ClosePeriod c -> close(c, context, calendar, books, pack);
            case SignPeriod c -> sign(c, context, books);
        };
    }

    /** R25: after its last day, in order, once, and with a pack that opens where the one before closed. */
    private static Decision<PeriodEvent> close(
            ClosePeriod c, Context context, PayCalendar calendar, Books books, @Nullable DrawnPack pack) {
        if (books.find(c.firstDay()).isPresent()) {
            return refused(Refusal.alreadyDone("The period of " + c.firstDay() + " is closed already."));
        }
        var found = AccountingPeriod.startingOn(c.firstDay(), calendar);
        if (found.isEmpty()) {
            return refused(Refusal.periodNotFound(c.firstDay()));
        }
        var period = found.get();
        if (!context.today().isAfter(period.lastDay())) {
            return refused(Refusal.periodNotOver(period.lastDay()));
        }
        var before = books.last().orElse(null);
        if (before != null && !before.period().lastDay().plusDays(1).equals(period.firstDay())) {
            return refused(Refusal.periodOutOfOrder(before.period().lastDay().plusDays(1)));
        }
        if (pack == null || !fits(pack, period, before)) {
            return refused(Refusal.packNotMade(c.firstDay()));
        }
        return accepted(new PeriodClosed(
                c.booksId(),
                context.actor().authority(),
                period.firstDay(),
                period.lastDay(),
                pack.sha256(),
                pack.bytes(),
                pack.follows(),
                pack.totals(),
                context.actor().id()));
    }

    /** Two nodes may both have made a pack; the second of two periods must not be closed with one that opens at nothing. */
    private static boolean fits(DrawnPack pack, AccountingPeriod period, @Nullable ClosedPeriod before) {
        return pack.firstDay().equals(period.firstDay())
                && pack.lastDay().equals(period.lastDay())
                && Objects.equals(pack.follows(), before == null ? null : before.pack());
    }

    /** R29: by someone else, who names the pack they have seen. */
    private static Decision<PeriodEvent> sign(SignPeriod c, Context context, Books books) {
        var found = books.find(c.firstDay());
        if (found.isEmpty()) {
            return refused(Refusal.periodNotClosed(c.firstDay()));
        }
        var closed = found.get();
        var signer = context.actor().id();
        if (closed.signedBy() != null) {
            return refused(Refusal.alreadyDone("The period of " + c.firstDay() + " is signed already."));
        }
        if (signer.equals(closed.closedBy())) {
            return refused(new Refusal.SegregationOfDuties(signer, "closed the period"));
        }
        if (!c.packSha256().equals(closed.pack())) {
            return refused(Refusal.otherPack(closed.pack()));
        }
        return accepted(new PeriodSigned(c.firstDay(), closed.pack(), signer));
    }
}
