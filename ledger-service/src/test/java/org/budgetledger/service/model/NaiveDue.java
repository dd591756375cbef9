package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.budget.AccountKey;

/** What is due to an account over a span of days, in pieces of one pay period and one financial year. */
final class NaiveDue {
    /** Some days of a span and what is due, or settled, of them. */
    record Piece(LocalDate from, LocalDate to, String period, long pence) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        Piece of(long other) {
            return new Piece(from, to, period, other);
        }
    }

    private NaiveDue() {}

    static List<NaiveLine> lines(NaiveBook book, AccountKey account, LocalDate from, LocalDate to) {
        return NaiveWalk.lines(book, account.stream(), from, to).stream()
                .filter(line -> line.deployment().equals(account.deployment()))
                .toList();
    }

    /** Every piece of the span, with nothing due where contributions, rounded as they are, come to more than the rest. */
    static List<Piece> pieces(NaiveBook book, AccountKey account, LocalDate from, LocalDate to) {
        var lines = lines(book, account, from, to);
        var owing = lines.stream().mapToLong(NaiveLine::net).sum() > 0;
        var pieces = new ArrayList<Piece>();
        var first = from;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var next = day.plusDays(1);
            var newYear = next.getMonthValue() == 4 && next.getDayOfMonth() == 1;
            if (day.equals(to) || newYear || book.calendar.begins(next)) {
                var pence = 0L;
                for (var line : lines) {
                    if (!line.from().isBefore(first) && !line.from().isAfter(day)) {
                        pence += line.net();
                    }
                }
                pieces.add(new Piece(first, day, book.calendar.name(first), owing ? pence : 0));
                first = next;
            }
        }
        return pieces;
    }

    static long total(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::pence).sum();
    }
}
