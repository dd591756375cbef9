package org.budgetledger.service.moving;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nodes of the ledger that are running: each holds its share of the projections and renews its claim every few seconds. One that
 * was killed leaves a claim behind, which is told from a living one by nobody's renewing it, whatever the clocks say.
 */
final class RunningNodes {
    /** Three times as long as a node takes to renew its claims: it may be busy. */
    private static final Duration RENEWED_WITHIN = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private record Claim(String processor, int segment, String owner, String renewedAt) {}

    private final JdbcTemplate jdbc;

    RunningNodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stops the move where a node is running; where claims were left behind it takes a while to be sure. */
    void requireNone() {
        var first = claims();
        var end = System.nanoTime() + RENEWED_WITHIN.toNanos();
        for (var now = first; !now.isEmpty() && System.nanoTime() < end; now = claims()) {
            now.stream().filter(claim -> !first.contains(claim)).findFirst().ifPresent(renewed -> {
                throw new MoveStopped("A node of the ledger is running (%s). Stop every node, then start this again."
                        .formatted(renewed.owner()));
            });
            pause();
        }
    }

    private Set<Claim> claims() {
        return new HashSet<>(jdbc.query(
                "SELECT processorName, segment, owner, timestamp FROM TokenEntry WHERE owner IS NOT NULL",
                (row, _) -> new Claim(
                        row.getString("processorName"),
                        row.getInt("segment"),
                        row.getString("owner"),
                        row.getString("timestamp"))));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MoveStopped("Interrupted while looking for running nodes.", e);
        }
    }
}
