package org.budgetledger.service.run;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many runs there are in each state; one that stays in the middle wants looking at. */
@Component
public class RunMeters implements MeterBinder {
    private final RunTables runs;

    public RunMeters(RunTables runs) {
        this.runs = runs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var kind : RunKind.values()) {
            for (var state : RunState.values()) {
                Gauge.builder("ledger.runs", runs, tables -> tables.count(kind, state))
                        .tag("kind", kind.name())
                        .tag("state", state.name())
                        .register(registry);
            }
        }
    }
}
