package org.budgetledger.projections.pool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.ListPools;
import org.budgetledger.api.pool.PoolAuthorisationView;
import org.budgetledger.api.pool.PoolEntryKind;
import org.budgetledger.api.pool.PoolEntryView;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.api.pool.PoolMemberView;
import org.budgetledger.api.pool.PoolPage;
import org.budgetledger.api.pool.PoolSummary;
import org.budgetledger.api.pool.PoolView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Cut;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One pool, and lists of them. */
public final class PoolQueries {
    private record Line(
            FreeText purpose, LocalDate openedOn, @Nullable LocalDate closedOn) {}

    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final PoolMembers members;
    private final EventJson json;

    public PoolQueries(JdbcTemplate jdbc, Readings readings, EventJson json) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.members = new PoolMembers(jdbc);
        this.json = json;
    }

    @QueryHandler
    Reading handle(GetPool query) {
        return readings.ofStream(
                Projection.POOLS,
                query,
                query.moment(),
                (cut, asAt) -> cut.equals(Cut.NONE) ? view(query, asAt) : view(query, cut, asAt));
    }

    @QueryHandler
    Reading handle(ListPools query) {
        return readings.ofList(Projection.POOLS, () -> page(query));
    }

    private PoolView view(GetPool query, AsAt asAt) {
        var id = query.stream();
        var line = Objects.requireNonNull(lines(List.of(id)).get(id));
        var of = members.ofPools(List.of(id)).getOrDefault(id, List.of());
        // No query can be open on a pool's spend, so a care manager sees none of the descriptions.
        var discretion = Discretion.towards(query.viewer(), List.of());
        return view(query, line, of, authorisations(id, query.today()), entries(id, discretion), query.today(), asAt);
    }

    private PoolView view(GetPool query, Cut cut, AsAt asAt) {
        var day = query.moment().dayOr(query.today());
        var book = new PoolBook(cut, day);
        jdbc.query(
                "SELECT version, type, event FROM audit_event WHERE stream_id = ? AND version <= ? ORDER BY version",
                row -> {
                    book.add(row.getLong("version"), (PoolEvent)
                            json.read(row.getString("type"), row.getString("event")));
                },
                query.stream(),
                cut.version());
        var opened = Objects.requireNonNull(book.opened());
        var discretion = Discretion.towards(query.viewer(), List.of());
        return view(
                query,
                new Line(opened.purpose(), opened.effectiveOn(), book.closedOn()),
                book.members(),
                book.authorisations(),
                book.entries().stream().map(entry -> shown(entry, discretion)).toList(),
                day,
                asAt);
    }

    private static PoolEntryView shown(PoolEntryView entry, Discretion discretion) {
        return discretion.shows(entry.entryId())
                ? entry
                : new PoolEntryView(
                        entry.version(),
                        entry.entryId(),
                        entry.kind(),
                        entry.amount(),
                        entry.budgetId(),
                        entry.effectiveOn(),
                        entry.flags(),
                        entry.refundOf(),
                        null);
    }

    private static PoolView view(
            GetPool query,
            Line line,
            List<PoolMemberView> of,
            List<PoolAuthorisationView> authorisations,
            List<PoolEntryView> entries,
            LocalDate day,
            AsAt asAt) {
        var balance = balance(of);
        var authorised =
                authorisations.stream().map(PoolAuthorisationView::amount).reduce(Money.ZERO, Money::plus);
        return new PoolView(
                query.poolId(),
                line.purpose(),
                line.openedOn(),
                line.closedOn() != null,
                line.closedOn(),
                balance,
                authorised,
                balance.minus(authorised),
                of,
                authorisations,
                entries,
                day,
                asAt);
    }

    private PoolPage page(ListPools query) {
        var page = Page.of(
                query.paging(),
                (after, limit) ->
                        jdbc.queryForList("""
                SELECT pool_id FROM pool
                WHERE authority = ? AND (opened_on, pool_id) > (?, ?)
                ORDER BY opened_on, pool_id LIMIT ?
                """, UUID.class, query.authority().value(), after.day(), after.id(), limit));
        var lines = lines(page.lines());
        var of = members.ofPools(page.lines());
        var stamps = readings.asAt(Projection.POOLS, page.lines());
        var pools = page.lines().stream()
                .map(id -> summary(
                        id,
                        Objects.requireNonNull(lines.get(id)),
                        of.getOrDefault(id, List.of()),
                        Objects.requireNonNull(stamps.get(id))))
                .toList();
        return new PoolPage(
                pools,
                page.next(
                        pools,
                        last -> new Cursor(last.openedOn(), 0, last.poolId().value())));
    }

    private static PoolSummary summary(UUID id, Line line, List<PoolMemberView> of, AsAt asAt) {
        return new PoolSummary(
                new PoolId(id),
                line.purpose(),
                line.openedOn(),
                line.closedOn() != null,
                Math.toIntExact(of.stream().filter(member -> !member.left()).count()),
                balance(of),
                asAt);
    }

    private static Money balance(List<PoolMemberView> members) {
        return members.stream().map(PoolMemberView::equity).reduce(Money.ZERO, Money::plus);
    }

    private Map<UUID, Line> lines(Collection<UUID> ids) {
        var lines = new HashMap<UUID, Line>();
        jdbc.query(
                "SELECT * FROM pool WHERE pool_id = ANY (?::uuid[])",
                row -> {
                    lines.put(
                            Columns.uuid(row, "pool_id"),
                            new Line(
                                    new FreeText(row.getString("purpose")),
                                    Columns.date(row, "opened_on"),
                                    Columns.dateOrNull(row, "closed_on")));
                },
                (Object) Columns.uuids(ids));
        return lines;
    }

    private List<PoolAuthorisationView> authorisations(UUID pool, LocalDate today) {
        return jdbc.query(
                """
                SELECT * FROM pool_authorisation
                WHERE pool_id = ? AND NOT done AND (lapses_on IS NULL OR lapses_on > ?)
                ORDER BY effective_on, authorisation_id
                """,
                (row, _) -> new PoolAuthorisationView(
                        new ItemId(Columns.uuid(row, "authorisation_id")),
                        Columns.money(row, "amount"),
                        Columns.date(row, "effective_on"),
                        Columns.dateOrNull(row, "lapses_on"),
                        Columns.textOrNull(row, "purpose")),
                pool,
                today);
    }

    private List<PoolEntryView> entries(UUID pool, Discretion discretion) {
        return jdbc.query(
                "SELECT * FROM pool_entry WHERE pool_id = ? ORDER BY effective_on, version, line",
                (row, _) -> entry(row, discretion),
                pool);
    }

    private static PoolEntryView entry(ResultSet row, Discretion discretion) throws SQLException {
        var kind = PoolEntryKind.valueOf(row.getString("kind"));
        var spendId = Columns.entryOrNull(row, "spend_id");
        var member = row.getObject("budget_id", UUID.class);
        return new PoolEntryView(
                row.getLong("version"),
                Columns.entryOrNull(row, "entry_id"),
                kind,
                Columns.money(row, "amount"),
                member == null ? null : new BudgetId(member),
                Columns.date(row, "effective_on"),
                Columns.flags(row, "flags"),
                kind == PoolEntryKind.REFUND ? spendId : null,
                discretion.shows(spendId) ? Columns.textOrNull(row, "description") : null);
    }
}
