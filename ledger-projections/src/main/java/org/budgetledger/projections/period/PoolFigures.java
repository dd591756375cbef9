package org.budgetledger.projections.period;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.budgetledger.api.period.Figures;
import org.budgetledger.api.pool.PoolEntryKind;

/** One pool in a pack: its entries by kind, and the members' equities, which add up to the same. */
final class PoolFigures {
    private final UUID poolId;
    private final long version;
    private final Rows<PoolEntryKind> entries = new Rows<>(PoolEntryKind.class);

    /** In the order of their ids as they are written. */
    private final SortedMap<UUID, Figures> equities = new TreeMap<>(Comparator.comparing(UUID::toString));

    PoolFigures(UUID poolId, long version) {
        this.poolId = poolId;
        this.version = version;
    }

    void add(PoolMoves.Move move, Band band) {
        var figures = band.figures(move.amount());
        entries.add(move.kind(), figures);
        equities.merge(move.member().value(), figures, Figures::plus);
    }

    UUID poolId() {
        return poolId;
    }

    long version() {
        return version;
    }

    Rows<PoolEntryKind> entries() {
        return entries;
    }

    SortedMap<UUID, Figures> equities() {
        return equities;
    }
}
