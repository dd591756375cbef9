package org.budgetledger.service.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.budgetledger.api.CivilDates;
import org.budgetledger.projections.operations.LedgerFigures;
import org.budgetledger.projections.operations.ProjectionStatus;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.springframework.stereotype.Component;

/** The ledger's own figures: reviews, money and events. While the views are made anew there are none, rather than half of them. */
@Component
public class LedgerMeters implements WorkedOutMeters {
    private static final String SAME_ON_EVERY_NODE = " Every node shows the same: take the max().";

    private final LedgerFigures figures;
    private final Projections projections;
    private final Clock clock;
    private final MultiGauge reviewsOverdue;
    private final MultiGauge moneyHeld;
    private final MultiGauge events;

    public LedgerMeters(LedgerFigures figures, Projections projections, Clock clock, MeterRegistry registry) {
        this.figures = figures;
        this.projections = projections;
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
        if (beingRebuilt(Projection.BUDGETS)) {
            leaveOutMoney();
        } else {
            reviewsOverdue.register(
                    figures.reviewsOverdue(CivilDates.of(clock.instant())).stream()
                            .map(overdue ->
                                    MultiGauge.Row.of(Tags.of("authority", overdue.authority()), overdue.budgets()))
                            .toList(),
                    true);
            moneyHeld.register(
                    figures.moneyHeld().stream()
                            .map(held -> MultiGauge.Row.of(
                                    Tags.of("authority", held.authority(), "stream", held.stream()), held.pence()))
                            .toList(),
                    true);
        }
        if (beingRebuilt(Projection.AUDIT)) {
            events.register(List.of(), true);
        } else {
            events.register(List.of(MultiGauge.Row.of(Tags.empty(), figures.events())), true);
        }
    }

    private boolean beingRebuilt(Projection projection) {
        return projections.status(projection).state() == ProjectionStatus.State.REBUILDING;
    }

    @Override
    public void leaveOut() {
        leaveOutMoney();
        events.register(List.of(), true);
    }

    private void leaveOutMoney() {
        reviewsOverdue.register(List.of(), true);
        moneyHeld.register(List.of(), true);
    }
}
