package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events whose changes go to the database together. A stream's head decides which of them are new, so that an event that is
 * delivered twice counts once.
 */
public final class Batch {
    private record Pending(Recorded recorded, Changes changes) {}

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private final List<Pending> pending = new ArrayList<>();

    public Batch(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.jdbc = jdbc;
    }

    public void add(Recorded recorded, Changes changes) {
        pending.add(new Pending(recorded, changes));
    }

    Set<UUID> streams() {
        return pending.stream().map(p -> p.recorded().streamId()).collect(Collectors.toSet());
    }

    /**
     * Writes what was added and is new.
     *
     * @throws IllegalStateException when an event before one of them was not taken in, as when a rebuild has set it aside
     */
    public void flush() {
        // Before anything else is held: who exchanges a rebuilt projection's tables locks this one first, too.
        jdbc.execute("LOCK TABLE " + projection.heads() + " IN ROW EXCLUSIVE MODE");
        var fresh = fresh();
        Rows.write(jdbc, fresh.stream().map(Pending::changes).toList());
        var totals = new Totals(projection);
        fresh.forEach(one -> totals.add(one.recorded(), one.changes()));
        totals.flush(jdbc);
        pending.clear();
    }

    private List<Pending> fresh() {
        var versions = new HashMap<UUID, Long>();
        jdbc.query(
                "SELECT stream_id, version FROM " + projection.heads()
                        + " WHERE projection = ? AND stream_id = ANY (?::uuid[])",
                row -> {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                projection.group(),
                streams().stream().map(UUID::toString).toArray(String[]::new));
        var fresh = new ArrayList<Pending>(pending.size());
        for (var one : pending) {
            var recorded = one.recorded();
            var head = versions.getOrDefault(recorded.streamId(), 0L);
            if (recorded.version() > head) {
                if (recorded.version() != head + 1) {
                    throw new IllegalStateException(
                            "version %d of %s cannot follow version %d, which is the latest that was taken in"
                                    .formatted(recorded.version(), recorded.streamId(), head));
                }
                versions.put(recorded.streamId(), recorded.version());
                fresh.add(one);
            }
        }
        return fresh;
    }
}
