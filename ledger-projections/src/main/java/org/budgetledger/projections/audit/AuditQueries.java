package org.budgetledger.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.budgetledger.api.audit.AuditTrail;
import org.budgetledger.api.audit.AuditedEvent;
import org.budgetledger.api.audit.CommandSeen;
import org.budgetledger.api.audit.FindCommand;
import org.budgetledger.api.audit.GetAuditTrail;
import org.budgetledger.api.audit.GetStreamHead;
import org.budgetledger.api.audit.StreamHead;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Page;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.budgetledger.projections.words.InWords;
import org.budgetledger.projections.words.Particulars;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every event of a stream with who, when and why, and the last of it that was seen. */
public final class AuditQueries {
    private static final List<String> ABOUT_QUERIES =
            List.of("SpendQueried", "QueryAnswered", "SpendAccepted", "SpendDisallowed");

    private final JdbcTemplate jdbc;
    private final Readings readings;
    private final EventJson json;

    public AuditQueries(JdbcTemplate jdbc, Readings readings, EventJson json) {
        this.jdbc = jdbc;
        this.readings = readings;
        this.json = json;
    }

    @QueryHandler
    Reading handle(GetAuditTrail query) {
        return readings.ofStream(Projection.AUDIT, query, asAt -> trail(query, asAt));
    }

    @QueryHandler
    Reading handle(GetStreamHead query) {
        return readings.ofStream(Projection.AUDIT, query, asAt -> new StreamHead(query.stream(), asAt));
    }

    @QueryHandler
    Reading handle(FindCommand query) {
        return jdbc
                .query(
                        """
                        SELECT e.stream_id, e.version FROM audit_event e
                        JOIN stream_head h ON h.projection = 'audit' AND h.stream_id = e.stream_id
                        WHERE e.command_id = ? AND h.authority = ? ORDER BY e.recorded_at, e.version LIMIT 1
                        """,
                        (row, _) -> Reading.found(
                                new CommandSeen(row.getObject("stream_id", UUID.class), row.getLong("version"))),
                        query.commandId().value(),
                        query.authority().value())
                .stream()
                .findFirst()
                .orElseGet(Reading.NotFound::new);
    }

    private AuditTrail trail(GetAuditTrail query, AsAt asAt) {
        var discretion = Discretion.towards(query.viewer(), aboutQueries(query.stream()));
        var page =
                Page.of(query.paging(), (after, limit) -> events(query.stream(), after.position(), limit, discretion));
        return new AuditTrail(
                query.stream(),
                page.lines(),
                page.next(page.lines(), last -> new Cursor(Cursor.NO_DAY, last.version(), Cursor.NO_ID)),
                asAt);
    }

    private List<AuditedEvent> events(UUID stream, long after, int limit, Discretion discretion) {
        return jdbc.query(
                "SELECT * FROM audit_event WHERE stream_id = ? AND version > ? ORDER BY version LIMIT ?",
                (row, _) -> event(row, discretion),
                stream,
                after,
                limit);
    }

    private AuditedEvent event(ResultSet row, Discretion discretion) throws SQLException {
        var type = row.getString("type");
        var event = discretion.of(json.read(type, row.getString("event")));
        var particulars = Particulars.of(event);
        return new AuditedEvent(
                row.getLong("version"),
                type,
                Columns.instant(row, "recorded_at"),
                particulars.effectiveOn(),
                row.getString("actor"),
                row.getString("role"),
                particulars.reason(),
                row.getString("command_id"),
                Columns.names(row, "clauses"),
                row.getString("policy_pack"),
                row.getString("hash"),
                row.getString("previous_hash"),
                InWords.of(event),
                json.tree(event));
    }

    private List<SpendingEvent> aboutQueries(UUID stream) {
        return jdbc.query(
                """
                SELECT type, event FROM audit_event
                WHERE stream_id = ? AND type = ANY (?) ORDER BY version
                """,
                (row, _) -> (SpendingEvent) json.read(row.getString("type"), row.getString("event")),
                stream,
                ABOUT_QUERIES.toArray(String[]::new));
    }
}
