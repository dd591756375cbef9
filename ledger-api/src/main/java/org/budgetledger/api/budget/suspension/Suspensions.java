package org.budgetledger.api.budget.suspension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spans in which payments are suspended, in order; only the last can be open. */
public record Suspensions(List<Span> spans) {
    public static final Suspensions NONE = new Suspensions(List.of());

    public Suspensions {
        spans = List.copyOf(spans);
    }

    /**
     * One suspension.
     *
     * @param to the last day; none while it lasts
     */
    public record Span(LocalDate from, @Nullable LocalDate to) {
        boolean touches(LocalDate first, LocalDate last) {
            // Resumed on the day it began, a suspension has no day.
            return !last.isBefore(from) && (to == null || (!first.isAfter(to) && !to.isBefore(from)));
        }

        /** The days on which something may change. */
        Stream<LocalDate> edges() {
            return to == null ? Stream.of(from) : Stream.of(from, to.plusDays(1));
        }
    }

    /** Whether any day from {@code first} to {@code last} is suspended. */
    public boolean touch(LocalDate first, LocalDate last) {
        return spans.stream().anyMatch(span -> span.touches(first, last));
    }

    /**
     * The days that are suspended when the day before is not, or the other way round. A suspension with no day, or one that
     * begins as another ends, has no edge there: it must not cut a line in two, to be rounded twice (domain §4).
     */
    public Stream<LocalDate> edges() {
        return spans.stream().flatMap(Span::edges).filter(day -> on(day) != on(day.minusDays(1)));
    }

    private boolean on(LocalDate day) {
        return touch(day, day);
    }

    /** The suspension that has not ended. */
    public Optional<Span> open() {
        return spans.isEmpty() || spans.getLast().to() != null ? Optional.empty() : Optional.of(spans.getLast());
    }

    /** The spans after an event. */
    public Suspensions evolve(SuspensionEvent event) {
        var changed = new ArrayList<>(spans);
        switch (event) {
            case PaymentsSuspended e -> changed.add(new Span(e.effectiveOn(), null));
            case PaymentsResumed e ->
                open().ifPresent(span -> changed.set(
                        changed.size() - 1,
                        new Span(span.from(), e.effectiveOn().minusDays(1))));
        }
        return new Suspensions(changed);
    }
}
