package org.budgetledger.projections.period;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what a pack says of pools, from their events up to where the read side had come. */
final class PoolPages {
    static final int POOLS_PER_PAGE = 100;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcTemplate jdbc;
    private final EventJson json;
    private final AuthorityId authority;
    private final AccountingPeriod period;
    private final @Nullable UUID before;
    private UUID last = BEFORE_ALL;

    PoolPages(
            JdbcTemplate jdbc, EventJson json, AuthorityId authority, AccountingPeriod period, @Nullable UUID before) {
        this.jdbc = jdbc;
        this.json = json;
        this.authority = authority;
        this.period = period;
        this.before = before;
    }

    /** The next pools in the order of their ids; empty after the last. */
    List<PoolFigures> next() {
        var pools = new TreeMap<UUID, PoolFigures>(Comparator.comparing(UUID::toString));
        jdbc.query(
                """
                SELECT h.stream_id, h.version FROM pool p
                JOIN stream_head h ON h.projection = 'pools' AND h.stream_id = p.pool_id
                WHERE p.authority = ? AND p.pool_id > ? ORDER BY p.pool_id LIMIT ?
                """,
                row -> {
                    var id = row.getObject(1, UUID.class);
                    pools.put(id, new PoolFigures(id, row.getLong(2)));
                },
                authority.value(),
                last,
                POOLS_PER_PAGE);
        if (pools.isEmpty()) {
            return List.of();
        }
        last = pools.lastKey();
        read(pools, versionsBefore(pools));
        return List.copyOf(pools.values());
    }

    private Map<UUID, Long> versionsBefore(Map<UUID, PoolFigures> pools) {
        var versions = new HashMap<UUID, Long>();
        jdbc.query(
                "SELECT pool_id, version FROM period_pack_pool WHERE pack_id = ?::uuid AND pool_id = ANY (?::uuid[])",
                row -> {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                before,
                Columns.uuids(pools.keySet()));
        return versions;
    }

    private void read(Map<UUID, PoolFigures> pools, Map<UUID, Long> versionsBefore) {
        jdbc.query(
                "SELECT stream_id, version, type, event FROM audit_event WHERE stream_id = ANY (?::uuid[])",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    var pool = pools.get(id);
                    var version = row.getLong(2);
                    if (pool != null
                            && version <= pool.version()
                            && json.read(row.getString(3), row.getString(4)) instanceof PoolEvent event) {
                        for (var move : PoolMoves.of(event)) {
                            if (!move.effectiveOn().isAfter(period.lastDay())) {
                                pool.add(
                                        move,
                                        Band.of(
                                                move.effectiveOn(),
                                                version,
                                                period.firstDay(),
                                                versionsBefore.getOrDefault(id, 0L),
                                                before == null));
                            }
                        }
                    }
                },
                (Object) Columns.uuids(pools.keySet()));
    }
}
