package org.budgetledger.projections.period;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.ClosingProgress;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.Figures;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.stream.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the pack of a period: reads one state of the database from its beginning to its end and stores the pack in the same
 * transaction, so that a maker who is killed leaves nothing. An advisory lock keeps two from making packs of the same books at
 * once, and shows that one is being made.
 */
public final class PackMaker {
    /** Names the ledger's closings among advisory locks; no meaning beyond that. */
    private static final int LOCK = 0x70_61_63_6b;

    /** What came of trying to make a pack. */
    public sealed interface Outcome {
        /** It is made and stored. */
        record Made(DrawnPack pack) implements Outcome {}

        /** Someone else is making one of the same books. */
        record UnderWay() implements Outcome {}

        /** The read side does not tell of one moment yet. */
        record NotLevel() implements Outcome {}
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;
    private final BudgetBooks books;
    private final EventJson json;
    private final PackStore packs;

    public PackMaker(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            BudgetBooks books,
            EventJson json,
            PackStore packs) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactionManager);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.apart = new TransactionTemplate(transactionManager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.books = books;
        this.json = json;
        this.packs = packs;
    }

    /**
     * Makes a pack, once.
     *
     * @param follows the pack before; none for the first
     * @param command the command that it is made for
     */
    public Outcome make(AuthorityId authority, AccountingPeriod period, @Nullable Sha256 follows, CommandId command) {
        return Objects.requireNonNull(reading.execute(transaction -> {
            // No projection is exchanged for a rebuilt one meanwhile.
            jdbc.execute("LOCK TABLE stream_head IN ACCESS SHARE MODE");
            if (!locked(authority)) {
                return new Outcome.UnderWay();
            }
            if (!ofOneMoment(authority)) {
                return new Outcome.NotLevel();
            }
            var packId = UUID.randomUUID();
            var before = follows == null
                    ? null
                    : packs.find(authority, follows)
                            .orElseThrow(() -> new IllegalStateException("the pack " + follows + " is not stored"));
            var bytes = new PackBytes(jdbc, packId);
            try (var writer = new PackWriter(bytes)) {
                writer.begin(authority, period, follows);
                writeBudgets(
                        packId, new BudgetPages(jdbc, books, authority, period, before), writer, authority, period);
                writer.beginPools();
                writePools(packId, new PoolPages(jdbc, json, authority, period, before), writer);
                var totals = writer.end();
                if (!writer.difference().equals(Figures.ZERO)) {
                    // Nothing that does not balance is kept.
                    throw new IllegalStateException("the trial balance of " + authority + " for " + period.firstDay()
                            + " is not zero but " + writer.difference());
                }
                var sha256 = bytes.finish();
                var pack = new DrawnPack(period.firstDay(), period.lastDay(), sha256, bytes.total(), follows, totals);
                packs.add(packId, authority, command, pack);
                return new Outcome.Made(pack);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** How far the pack of a period is that is being made now, on whichever node; none when none is. */
    public Optional<ClosingProgress> progress(AuthorityId authority, AccountingPeriod period) {
        return jdbc
                .query(
                        """
                        SELECT budgets_done, budgets FROM period_closing
                        WHERE authority = ? AND first_day = ? AND EXISTS (
                            SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                            WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
                                AND l.classid::bigint = ? AND l.objid::bigint = ? AND l.objsubid = 2)
                        """,
                        (row, _) -> new ClosingProgress(row.getLong(1), row.getLong(2)),
                        authority.value(),
                        period.firstDay(),
                        (long) LOCK,
                        Integer.toUnsignedLong(key(authority)))
                .stream()
                .findFirst();
    }

    private boolean locked(AuthorityId authority) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?, ?)", Boolean.class, LOCK, key(authority)));
    }

    private static int key(AuthorityId authority) {
        return authority.value().hashCode();
    }

    /**
     * Budgets and pools are read by different projections. They tell of one moment when all money that passed between them
     * shows on both sides; and the pools' events, which the audit trail has, must all be there.
     */
    private boolean ofOneMoment(AuthorityId authority) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                SELECT coalesce((
                        SELECT sum(e.amount) FROM entry e JOIN budget b USING (budget_id)
                        WHERE b.authority = ? AND e.kind IN ('POOL_CONTRIBUTION', 'POOL_RETURN')), 0)
                    + coalesce((
                        SELECT sum(e.amount) FROM pool_entry e JOIN pool p USING (pool_id)
                        WHERE p.authority = ? AND e.kind IN ('CONTRIBUTION', 'RETURN')), 0) = 0
                    AND NOT EXISTS (
                        SELECT 1 FROM stream_head p
                        LEFT JOIN stream_head a ON a.projection = 'audit' AND a.stream_id = p.stream_id
                        WHERE p.projection = 'pools' AND p.authority = ? AND coalesce(a.version, 0) < p.version)
                """, Boolean.class, authority.value(), authority.value(), authority.value()));
    }

    private void writeBudgets(
            UUID packId, BudgetPages pages, PackWriter writer, AuthorityId authority, AccountingPeriod period)
            throws IOException {
        var count = pages.count();
        var done = 0L;
        report(authority, period, done, count);
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (var budget : page) {
                writer.write(budget);
            }
            keep(packId, page);
            done += page.size();
            report(authority, period, done, count);
        }
    }

    private void writePools(UUID packId, PoolPages pages, PackWriter writer) throws IOException {
        for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (var pool : page) {
                writer.write(pool);
            }
            jdbc.batchUpdate(
                    "INSERT INTO period_pack_pool (pack_id, pool_id, version) VALUES (?, ?, ?)",
                    page.stream()
                            .map(pool -> new Object[] {packId, pool.poolId(), pool.version()})
                            .toList());
        }
    }

    private void keep(UUID packId, List<BudgetFigures> page) {
        var entitled = new ArrayList<Object[]>();
        for (var budget : page) {
            for (var account : budget.accounts()) {
                if (!account.entitled().closing().isZero()) {
                    entitled.add(new Object[] {
                        packId,
                        budget.budgetId(),
                        account.key().deployment().value(),
                        account.key().stream().name(),
                        account.entitled().closing().pence()
                    });
                }
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO period_pack_budget (pack_id, budget_id, version) VALUES (?, ?, ?)",
                page.stream()
                        .map(budget -> new Object[] {packId, budget.budgetId(), budget.version()})
                        .toList());
        jdbc.batchUpdate("""
                INSERT INTO period_pack_entitlement (pack_id, budget_id, deployment, stream, entitled)
                VALUES (?, ?, ?, ?, ?)
                """, entitled);
    }

    /** In a transaction of its own, so that it shows at once. */
    private void report(AuthorityId authority, AccountingPeriod period, long done, long count) {
        apart.executeWithoutResult(_ -> jdbc.update("""
                INSERT INTO period_closing (authority, first_day, budgets_done, budgets) VALUES (?, ?, ?, ?)
                ON CONFLICT (authority) DO UPDATE SET first_day = EXCLUDED.first_day,
                    budgets_done = EXCLUDED.budgets_done, budgets = EXCLUDED.budgets
                """, authority.value(), period.firstDay(), done, count));
    }
}
