package org.budgetledger.service.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToLongFunction;
import org.budgetledger.projections.operations.ProjectionStatus;
import org.budgetledger.projections.operations.Projections;
import org.springframework.stereotype.Component;

/** The figures an operator watches: how far each projection is behind, and what it could not take in. */
@Component
public class ProjectionMeters implements WorkedOutMeters {
    private final Projections projections;
    private final MultiGauge lag;
    private final MultiGauge parked;

    public ProjectionMeters(Projections projections, MeterRegistry registry) {
        this.projections = projections;
        lag = MultiGauge.builder("ledger.projection.lag")
                .baseUnit("events")
                .description("Events that a projection has not taken in yet, as this node knows of it.")
                .register(registry);
        parked = MultiGauge.builder("ledger.dead.letters")
                .description("Events that a projection could not take in.")
                .register(registry);
    }

    @Override
    public void workOut() {
        var statuses = projections.list();
        lag.register(rows(statuses, ProjectionStatus::lag), true);
        parked.register(rows(statuses, ProjectionStatus::deadLetters), true);
    }

    @Override
    public void leaveOut() {
        lag.register(List.of(), true);
        parked.register(List.of(), true);
    }

    private static List<Row<?>> rows(List<ProjectionStatus> statuses, ToLongFunction<ProjectionStatus> figure) {
        return statuses.stream()
                .<Row<?>>map(status ->
                        Row.of(Tags.of("projection", status.projection().group()), figure.applyAsLong(status)))
                .toList();
    }
}
