package org.budgetledger.service.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.budgetledger.api.CivilDates;
import org.budgetledger.projections.operations.LedgerFigures;
import org.springframework.stereotype.Component;

/** The ledger's own figures: reviews, money and events. */
@Component
public class LedgerMeters implements WorkedOutMeters {
    private static final String SAME_ON_EVERY_NODE = " Every node shows the same: take the max().";

    private final LedgerFigures figures;
    private final Clock clock;
    private final MultiGauge reviewsOverdue;
    private final MultiGauge moneyHeld;
    private final MultiGauge events;

    public LedgerMeters(LedgerFigures figures, Clock clock, MeterRegistry registry) {
        this.figures = figures;
        this.clock = clock;
        reviewsOverdue = MultiGauge.builder("ledger.reviews.overdue")
                .description("Budgets whose review should have been held." + SAME_ON_EVERY_NODE)
                .register(registry);
        moneyHeld = MultiGauge.builder("ledger.money.held")
                .baseUnit("pence")
                .description("Money on the accounts of budgets, without pools and what the authority manages itself."
                        + SAME_ON_EVERY_NODE)
                .register(registry);
        events = MultiGauge.builder("ledger.store.events")
                .description("Events in the store, as far as the audit trail has read it." + SAME_ON_EVERY_NODE)
                .register(registry);
    }

    @Override
    public void workOut() {
        reviewsOverdue.register(
                figures.reviewsOverdue(CivilDates.of(clock.instant())).stream()
                        .map(overdue -> MultiGauge.Row.of(Tags.of("authority", overdue.authority()), overdue.budgets()))
                        .toList(),
                true);
        moneyHeld.register(
                figures.moneyHeld().stream()
                        .map(held -> MultiGauge.Row.of(
                                Tags.of("authority", held.authority(), "stream", held.stream()), held.pence()))
                        .toList(),
                true);
        events.register(List.of(MultiGauge.Row.of(Tags.empty(), figures.events())), true);
    }

    @Override
    public void leaveOut() {
        reviewsOverdue.register(List.of(), true);
        moneyHeld.register(List.of(), true);
        events.register(List.of(), true);
    }
}
