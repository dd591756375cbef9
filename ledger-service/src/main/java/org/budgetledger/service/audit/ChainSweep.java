package org.budgetledger.service.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.StreamId;
import org.budgetledger.projections.audit.SeenStreams;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * R5: verifies the chains of all streams in the background, some streams at a time, in the order of their ids. One node does so
 * at a time: it holds the lock of the sweep's row for as long as these few streams take, and its death lets go of it. What was
 * done is kept with the same transaction, so that whoever comes next goes on from there.
 *
 * <p>The list of streams is the audit trail's, which is waited for: one that is being made anew does not know all of them.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
public class ChainSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChainSweep.class);

    /** What is verified in one transaction ends with the stream that reaches this: seconds, whatever the streams are like. */
    private static final int EVENTS_AT_ONCE = 5_000;

    private static final int STREAMS_AT_ONCE = 200;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration LEVEL_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration PAUSE_WITHIN = Duration.ofSeconds(10);

    private final SweepTables sweeps;
    private final SeenStreams streams;
    private final ChainVerification verification;
    private final Projections projections;
    private final SweepSettings settings;
    private final ChainMeters meters;
    private final TransactionTemplate transactions;
    private final TransactionTemplate aside;

    /** Only the sweeper's thread knows; the log says it once and not with every look. */
    private boolean failing;

    private volatile @Nullable ScheduledExecutorService sweeper;

    public ChainSweep(
            SweepTables sweeps,
            SeenStreams streams,
            ChainVerification verification,
            Projections projections,
            SweepSettings settings,
            ChainMeters meters,
            PlatformTransactionManager transactionManager) {
        this.sweeps = sweeps;
        this.streams = streams;
        this.verification = verification;
        this.projections = projections;
        this.settings = settings;
        this.meters = meters;
        this.transactions = new TransactionTemplate(transactionManager);
        this.aside = new TransactionTemplate(transactionManager);
        // What cannot be read of one stream must not undo what is known of the others.
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("chain-sweep").factory());
        sweeper = fresh;
        var _ = fresh.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Leaves off after the stream that is being verified. */
    @Override
    public void stop() {
        var leaving = sweeper;
        sweeper = null;
        if (leaving == null) {
            return;
        }
        leaving.shutdown();
        try {
            if (!leaving.awaitTermination(PAUSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                leaving.shutdownNow();
            }
        } catch (InterruptedException e) {
            leaving.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return sweeper != null;
    }

    /** Has all chains verified from now on, without holding back. */
    public void ask() {
        transactions.executeWithoutResult(_ -> sweeps.beginNow());
        LOG.info("a sweep over all chains was asked for");
    }

    private void look() {
        try {
            if (settings.byItself() && sweeps.beginWhenDue(settings.every())) {
                LOG.info("a sweep over all chains begins");
            }
            for (var pause = onward(); pause.isPresent() && isRunning(); pause = onward()) {
                TimeUnit.MILLISECONDS.sleep(Math.min(pause.get().toMillis(), LOOK_EVERY.toMillis()));
            }
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("the sweep over the chains cannot go on; it does as soon as it can", e);
            }
            failing = true;
        }
    }

    /** Verifies some streams, and says how long to wait for the next; nothing where there is nothing to do now. */
    private Optional<Duration> onward() throws InterruptedException {
        if (sweeps.latest().goingOn() == null) {
            return Optional.empty();
        }
        var end = projections.end();
        for (var waited = Duration.ZERO;
                !projections.reached(Projection.AUDIT, end);
                waited = waited.plus(BETWEEN_LOOKS)) {
            if (waited.compareTo(LEVEL_WITHIN) > 0 || !isRunning()) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        var begun = System.nanoTime();
        var time =
                Objects.requireNonNull(transactions.execute(_ -> sweeps.claim().flatMap(claim -> {
                    // Aside, so that who puts a view anew in the place of the old need not wait until these are
                    // verified.
                    var next = Objects.requireNonNull(
                            aside.execute(_ -> streams.after(claim.afterStream(), STREAMS_AT_ONCE)));
                    // Had it been emptied in between, the list would be short.
                    return projections.reached(Projection.AUDIT, end) ? verify(claim, next) : Optional.empty();
                })));
        return time.map(whole -> notNegative(whole.minusNanos(System.nanoTime() - begun)));
    }

    /** Nothing at the end of the sweep. */
    private Optional<Duration> verify(SweepTables.Claim claim, List<SeenStreams.Seen> next) {
        if (next.isEmpty()) {
            sweeps.complete(claim);
            LOG.info("sweep {} over all chains is complete; broken: {}", claim.number(), sweeps.countBroken());
            return Optional.empty();
        }
        var whole = new ArrayList<UUID>();
        var done = 0;
        var events = 0L;
        for (var seen : next) {
            if (events >= EVENTS_AT_ONCE || !isRunning()) {
                break;
            }
            var report = Objects.requireNonNull(
                    aside.execute(_ -> verification.verify(streamId(seen), seen.version(), seen.hash())));
            if (report.whole()) {
                whole.add(seen.stream());
            } else {
                LOG.error("the chain of {} {} is broken. {}", seen.kind(), seen.stream(), report.finding());
                var bad = report.firstBadVersion();
                sweeps.broken(seen.stream(), seen.kind(), bad == null ? 0 : bad, report.finding());
            }
            events += report.verifiedVersions();
            done++;
        }
        if (done == 0) {
            return Optional.empty();
        }
        sweeps.whole(whole);
        var time = claim.askedFor() ? Duration.ZERO : settings.timeFor(events);
        sweeps.advance(claim, next.get(done - 1).stream(), done, events, time);
        meters.verified(events);
        return Optional.of(time);
    }

    private static StreamId streamId(SeenStreams.Seen seen) {
        return switch (seen.kind()) {
            case "Pool" -> new PoolId(seen.stream());
            case "Books" -> new BooksId(seen.stream());
            default -> new BudgetId(seen.stream());
        };
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
