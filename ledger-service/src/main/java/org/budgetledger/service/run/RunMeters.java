package org.budgetledger.service.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.service.operations.WorkedOutMeters;
import org.springframework.stereotype.Component;

/** How many runs there are in each state, for one that stays in the middle wants looking at, and what was refused in the latest. */
@Component
public class RunMeters implements WorkedOutMeters {
    private final RunTables runs;
    private final MultiGauge states;
    private final MultiGauge failed;

    public RunMeters(RunTables runs, MeterRegistry registry) {
        this.runs = runs;
        states = MultiGauge.builder("ledger.runs")
                .description("Runs in each state. Every node shows the same: take the max().")
                .register(registry);
        failed = MultiGauge.builder("ledger.run.items.failed")
                .description(
                        "Items that were refused when they were carried out, in each authority's latest run of each kind."
                                + " Every node shows the same: take the max().")
                .register(registry);
    }

    @Override
    public void workOut() {
        var counts = runs.counts();
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (var kind : RunKind.values()) {
            for (var state : RunState.values()) {
                rows.add(MultiGauge.Row.of(
                        Tags.of("kind", kind.name(), "state", state.name()),
                        counts.getOrDefault(new RunTables.Standing(kind, state), 0L)));
            }
        }
        states.register(rows, true);
        failed.register(List.of(MultiGauge.Row.of(Tags.empty(), runs.refusedInTheLatest())), true);
    }

    @Override
    public void leaveOut() {
        states.register(List.of(), true);
        failed.register(List.of(), true);
    }
}
