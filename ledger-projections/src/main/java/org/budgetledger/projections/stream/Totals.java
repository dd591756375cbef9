package org.budgetledger.projections.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What many events come to, each sum and each stream's head written once: the events must be new, and in order. */
public final class Totals {
    private record Key(Sums sums, List<Object> key) {}

    private final Projection projection;
    private final Map<Key, long[]> sums = new LinkedHashMap<>();
    private final Map<UUID, Recorded> heads = new LinkedHashMap<>();

    public Totals(Projection projection) {
        this.projection = projection;
    }

    public void add(Recorded recorded, Changes changes) {
        for (var addend : changes.addends()) {
            var sum = sums.computeIfAbsent(
                    new Key(addend.sums(), addend.key()),
                    key -> new long[key.sums().columns().size()]);
            sum[addend.column()] = Math.addExact(sum[addend.column()], addend.pence());
        }
        heads.put(recorded.streamId(), recorded);
    }

    /** How many rows they are. */
    public int size() {
        return sums.size() + heads.size();
    }

    /** Adds them to what is stored, and forgets them. */
    public void flush(JdbcTemplate jdbc) {
        var bySums = new LinkedHashMap<Sums, List<@Nullable Object[]>>();
        sums.forEach((key, sum) -> bySums.computeIfAbsent(key.sums(), _ -> new ArrayList<>())
                .add(Stream.concat(key.key().stream(), Arrays.stream(sum).boxed())
                        .toArray()));
        bySums.forEach((table, rows) -> table.upsert().execute(jdbc, rows));
        head().execute(
                        jdbc,
                        heads.values().stream()
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
        sums.clear();
        heads.clear();
    }

    private Statement head() {
        return new Statement(projection.heads(), """
                INSERT INTO %s (projection, stream_id, version, hash, recorded_at, authority, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (projection, stream_id) DO UPDATE
                SET version = EXCLUDED.version, hash = EXCLUDED.hash, recorded_at = EXCLUDED.recorded_at
                """.formatted(projection.heads()));
    }
}
