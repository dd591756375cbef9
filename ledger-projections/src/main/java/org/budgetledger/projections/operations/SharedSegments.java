package org.budgetledger.projections.operations;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Shares the projections out among the nodes. A node claims every segment that nobody has, so whichever is up first, as after each
 * rolling restart, would do the work of all; a node that runs less of a projection than another by two segments or more takes one
 * of them over.
 *
 * <p>Its token says whose a segment is, and is moved in the transaction that writes what its events change: whoever has lost it in
 * the middle of a batch writes nothing of that batch.
 */
public final class SharedSegments implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSegments.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Supplier<org.axonframework.config.Configuration> configuration;
    private final JdbcTemplate jdbc;
    private final String node;

    /** What each projection's claims were at the last look: while they still move, as after a failure, they are left alone. */
    private final Map<Projection, List<Claim>> seen = new EnumMap<>(Projection.class);

    private @Nullable ScheduledExecutorService looking;

    /**
     * A node's share.
     *
     * @param node how this node is called in its claims
     */
    public SharedSegments(
            Supplier<org.axonframework.config.Configuration> configuration, JdbcTemplate jdbc, String node) {
        this.configuration = configuration;
        this.jdbc = jdbc;
        this.node = node;
    }

    private record Claim(int segment, String owner) {}

    @Override
    public synchronized void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("shared-segments").factory());
        var unusedLook = executor.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        looking = executor;
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    private void look() {
        for (var projection : Projection.values()) {
            try {
                takeShare(projection);
            } catch (RuntimeException e) {
                LOG.debug("the segments of {} could not be looked at", projection.group(), e);
            }
        }
    }

    private void takeShare(Projection projection) {
        var processor = configuration
                .get()
                .eventProcessingConfiguration()
                .eventProcessor(projection.group(), StreamingEventProcessor.class)
                .orElseThrow();
        if (!processor.isRunning()) {
            return;
        }
        var found = claims(projection);
        if (!found.equals(seen.put(projection, found))) {
            return;
        }
        var claims = found.stream().collect(Collectors.groupingBy(Claim::owner));
        var own = claims.getOrDefault(node, List.of()).size();
        claims.values().stream()
                .filter(others -> others.size() >= own + 2)
                .findFirst()
                .map(List::getFirst)
                .filter(claim -> take(projection, claim))
                .ifPresent(claim -> {
                    LOG.info("segment {} of {} is this node's now", claim.segment(), projection.group());
                    var unusedStart = processor.claimSegment(claim.segment());
                });
    }

    private List<Claim> claims(Projection projection) {
        return jdbc.query(
                "SELECT segment, owner FROM TokenEntry WHERE processorName = ? AND owner IS NOT NULL ORDER BY segment",
                (row, _) -> new Claim(row.getInt("segment"), row.getString("owner")),
                projection.group());
    }

    private boolean take(Projection projection, Claim claim) {
        return jdbc.update(
                        "UPDATE TokenEntry SET owner = ?, timestamp = ?"
                                + " WHERE processorName = ? AND segment = ? AND owner = ?",
                        node,
                        DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()),
                        projection.group(),
                        claim.segment(),
                        claim.owner())
                == 1;
    }
}
