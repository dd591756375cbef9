package org.budgetledger.service.operations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the meters that take a query worked out again and again, one after another, on a thread of their own. */
@Component
@EnableConfigurationProperties(MeterSettings.class)
public class MeterRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MeterRounds.class);

    private final List<WorkedOutMeters> meters;
    private final MeterSettings settings;

    /** Which could not be worked out the last time, so that the log says it once and not every half minute. */
    private final Set<WorkedOutMeters> failing = new HashSet<>();

    private volatile @Nullable ScheduledExecutorService rounds;

    public MeterRounds(List<WorkedOutMeters> meters, MeterSettings settings) {
        this.meters = List.copyOf(meters);
        this.settings = settings;
    }

    /** Works all of them out now. */
    public synchronized void round() {
        meters.forEach(this::workOut);
    }

    private void workOut(WorkedOutMeters some) {
        try {
            some.workOut();
            failing.remove(some);
        } catch (RuntimeException e) {
            some.leaveOut();
            if (failing.add(some)) {
                LOG.warn(
                        "{} cannot be worked out and are left out until they can",
                        some.getClass().getSimpleName(),
                        e);
            }
        }
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("meters").factory());
        rounds = fresh;
        var _ = fresh.scheduleWithFixedDelay(this::round, 0, settings.every(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        var ending = rounds;
        rounds = null;
        if (ending != null) {
            ending.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
