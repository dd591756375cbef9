package org.budgetledger.service.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.budgetledger.service.operations.WorkedOutMeters;
import org.springframework.stereotype.Component;

/** What an operator watches of the chains: that they are verified, and that none is broken. */
@Component
public class ChainMeters implements WorkedOutMeters {
    private final SweepTables sweeps;
    private final Counter verified;
    private final MultiGauge broken;
    private final MultiGauge completed;

    public ChainMeters(SweepTables sweeps, MeterRegistry registry) {
        this.sweeps = sweeps;
        verified = Counter.builder("ledger.chain.events.verified")
                .description("Events that this node verified in sweeps over the chains: take the sum().")
                .register(registry);
        broken = MultiGauge.builder("ledger.chains.broken")
                .description("Streams whose chain did not hold when it was last looked at."
                        + " Every node shows the same: take the max().")
                .register(registry);
        completed = MultiGauge.builder("ledger.chain.sweep.completed")
                .baseUnit("seconds")
                .description("When the last whole sweep came to its end, since 1970; 0 before the first."
                        + " Every node shows the same: take the max().")
                .register(registry);
    }

    void verified(long events) {
        verified.increment((double) events);
    }

    @Override
    public void workOut() {
        broken.register(List.of(MultiGauge.Row.of(Tags.empty(), sweeps.countBroken())), true);
        var last = sweeps.latest().completed();
        var at = last == null ? null : last.completedAt();
        completed.register(List.of(MultiGauge.Row.of(Tags.empty(), at == null ? 0 : at.getEpochSecond())), true);
    }

    @Override
    public void leaveOut() {
        broken.register(List.of(), true);
        completed.register(List.of(), true);
    }
}
