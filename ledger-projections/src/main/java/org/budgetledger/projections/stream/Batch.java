package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events whose changes go to the database together. A stream's head decides which of them are new, so that an event that is
 * delivered twice counts once.
 */
public final class Batch {
    private record Pending(Recorded recorded, Changes changes) {}

    private record SumKey(Sums sums, List<Object> key) {}

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

    /** Writes what has been added. */
    public void flush() {
        var fresh = fresh();
        writeRows(fresh);
        writeSums(fresh);
        writeHeads(fresh);
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
            if (recorded.version() > versions.getOrDefault(recorded.streamId(), 0L)) {
                versions.put(recorded.streamId(), recorded.version());
                fresh.add(one);
            }
        }
        return fresh;
    }

    /** Rows of one table keep their order; tables do not depend on one another. */
    private void writeRows(List<Pending> fresh) {
        var byTable = new LinkedHashMap<String, List<Changes.Row>>();
        for (var one : fresh) {
            for (var row : one.changes().rows()) {
                byTable.computeIfAbsent(row.statement().table(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        byTable.values().forEach(this::writeRuns);
    }

    private void writeRuns(List<Changes.Row> rows) {
        for (int from = 0, to; from < rows.size(); from = to) {
            var statement = rows.get(from).statement();
            to = from + 1;
            while (to < rows.size() && rows.get(to).statement().equals(statement)) {
                to++;
            }
            execute(
                    statement,
                    rows.subList(from, to).stream()
                            .map(row -> row.values().toArray())
                            .toList());
        }
    }

    private void writeSums(List<Pending> fresh) {
        var totals = new LinkedHashMap<SumKey, long[]>();
        for (var one : fresh) {
            for (var addend : one.changes().addends()) {
                var sums = totals.computeIfAbsent(
                        new SumKey(addend.sums(), addend.key()),
                        key -> new long[key.sums().columns().size()]);
                sums[addend.column()] = Math.addExact(sums[addend.column()], addend.pence());
            }
        }
        var bySums = new LinkedHashMap<Sums, List<@Nullable Object[]>>();
        totals.forEach((key, sums) -> bySums.computeIfAbsent(key.sums(), _ -> new ArrayList<>())
                .add(Stream.concat(key.key().stream(), Arrays.stream(sums).boxed())
                        .toArray()));
        bySums.forEach((sums, rows) -> execute(sums.upsert(), rows));
    }

    private void writeHeads(List<Pending> fresh) {
        var last = new LinkedHashMap<UUID, Recorded>();
        fresh.forEach(one -> last.put(one.recorded().streamId(), one.recorded()));
        execute(
                head(),
                last.values().stream()
                        .map(r -> new @Nullable Object[] {
                            projection.group(),
                            r.streamId(),
                            r.version(),
                            r.hash(),
                            r.recordedAtUtc(),
                            r.authority(),
                            r.kind()
                        })
                        .toList());
    }

    private Statement head() {
        return new Statement(projection.heads(), """
                INSERT INTO %s (projection, stream_id, version, hash, recorded_at, authority, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (projection, stream_id) DO UPDATE
                SET version = EXCLUDED.version, hash = EXCLUDED.hash, recorded_at = EXCLUDED.recorded_at
                """.formatted(projection.heads()));
    }

    private void execute(Statement statement, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(statement.sql(), rows);
        }
    }
}
