package org.budgetledger.projections.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.entitlement.ReleasedSpan;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.entitlement.Settlement;

/** Sets what was released for a span, and identified since, beside what is due of it (R16). */
final class Released {
    private Released() {}

    private record Days(LocalDate from, LocalDate to) implements Comparable<Days> {
        static Days of(SettledSum sum) {
            return new Days(sum.from(), sum.to());
        }

        @Override
        public int compareTo(Days other) {
            return from.equals(other.from) ? to.compareTo(other.to) : from.compareTo(other.from);
        }
    }

    static ReleasedSpan of(Settlement.Span span, Entitlement book) {
        var due = Due.to(span.deployment(), span.from(), span.to(), book).sums().stream()
                .filter(sum -> sum.stream() == span.stream())
                .toList();
        var parts = parts(span, due);
        var released = total(span.released());
        var settled = total(span.settled());
        return new ReleasedSpan(
                span.paymentId(),
                span.deployment(),
                span.stream(),
                span.from(),
                span.to(),
                released,
                settled.minus(released),
                total(due),
                parts.stream()
                        .allMatch(
                                part -> part.released().plus(part.adjustments()).equals(part.due())),
                parts);
    }

    private static List<ReleasedSpan.Part> parts(Settlement.Span span, List<SettledSum> due) {
        var days = new TreeMap<Days, String>();
        Stream.of(due, span.settled(), span.released())
                .flatMap(List::stream)
                .forEach(sum -> days.putIfAbsent(Days.of(sum), sum.period()));
        return days.entrySet().stream()
                .map(part -> {
                    var released = on(part.getKey(), span.released());
                    return new ReleasedSpan.Part(
                            part.getKey().from(),
                            part.getKey().to(),
                            part.getValue(),
                            FinancialYear.of(part.getKey().from()),
                            released,
                            on(part.getKey(), span.settled()).minus(released),
                            on(part.getKey(), due));
                })
                .toList();
    }

    private static Money on(Days days, List<SettledSum> sums) {
        return total(sums.stream().filter(sum -> Days.of(sum).equals(days)).toList());
    }

    private static Money total(List<SettledSum> sums) {
        return sums.stream().map(SettledSum::amount).reduce(Money.ZERO, Money::plus);
    }
}
