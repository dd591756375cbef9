package org.budgetledger.service.budget.suspension;

import java.time.LocalDate;
import java.util.Optional;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The spans in which payments are suspended, in order; only the last can be open. */
public record Suspensions(PVector<Span> spans) {
    public static final Suspensions NONE = new Suspensions(TreePVector.empty());

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
    }

    /** Whether any day from {@code first} to {@code last} is suspended. */
    public boolean touch(LocalDate first, LocalDate last) {
        return spans.stream().anyMatch(span -> span.touches(first, last));
    }

    Optional<Span> open() {
        return spans.isEmpty() || spans.getLast().to() != null ? Optional.empty() : Optional.of(spans.getLast());
    }

    public Suspensions evolve(SuspensionEvent event) {
        return switch (event) {
            case PaymentsSuspended e -> new Suspensions(spans.plus(new Span(e.effectiveOn(), null)));
            case PaymentsResumed e ->
                open().map(span -> new Suspensions(spans.with(
                                spans.size() - 1,
                                new Span(span.from(), e.effectiveOn().minusDays(1)))))
                        .orElse(this);
        };
    }
}
