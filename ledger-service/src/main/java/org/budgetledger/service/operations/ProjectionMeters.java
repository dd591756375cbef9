package org.budgetledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.springframework.stereotype.Component;

/** The figures an operator watches: how far each projection is behind, and what it could not take in. */
@Component
public class ProjectionMeters implements MeterBinder {
    private final Projections projections;

    public ProjectionMeters(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var projection : Projection.values()) {
            Gauge.builder(
                            "ledger.projection.lag.events",
                            projections,
                            p -> p.status(projection).lag())
                    .tag("projection", projection.group())
                    .register(registry);
            Gauge.builder(
                            "ledger.dead.letters",
                            projections,
                            p -> p.status(projection).deadLetters())
                    .tag("projection", projection.group())
                    .register(registry);
        }
    }
}
