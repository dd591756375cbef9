package org.budgetledger.service.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of runs: what was asked, and which node works on it. */
@Component
public class RunTables {
    private static final String COLUMNS = """
            run_id, number, kind, authority, command_id, digest, terms, asked_by, asked_in_role, asked_at, budgets, state,
            carried_out_by, carried_out_role, carried_out_on""";

    private final JdbcClient jdbc;

    public RunTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a run in; false where its id, or the command's, stands for a run already. */
    public boolean begin(Run run) {
        return jdbc.sql("""
                INSERT INTO run (run_id, kind, authority, command_id, digest, terms, asked_by, asked_in_role, asked_at,
                                 budgets, state)
                VALUES (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                        .params(
                                run.id().value(),
                                run.kind().name(),
                                run.authority().value(),
                                run.commandId().value(),
                                run.digest(),
                                run.terms(),
                                run.askedBy().id().value(),
                                run.askedBy().role().name(),
                                OffsetDateTime.ofInstant(run.askedAt(), ZoneOffset.UTC),
                                run.budgets(),
                                run.state().name())
                        .update()
                == 1;
    }

    public void sized(ItemId run, long budgets) {
        jdbc.sql("UPDATE run SET budgets = ? WHERE run_id = ?")
                .params(budgets, run.value())
                .update();
    }

    public Optional<Run> find(AuthorityId authority, RunKind kind, ItemId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM run WHERE run_id = ? AND authority = ? AND kind = ?")
                .params(id.value(), authority.value(), kind.name())
                .query(RunTables::run)
                .optional();
    }

    /** The run that a caller's request started before. */
    public Optional<Run> startedBy(AuthorityId authority, CommandId commandId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM run WHERE authority = ? AND command_id = ?")
                .params(authority.value(), commandId.value())
                .query(RunTables::run)
                .optional();
    }

    /** An authority's runs, the latest first, from before a number on. */
    public List<Run> list(AuthorityId authority, RunKind kind, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM run WHERE authority = ? AND kind = ? AND number < ? ORDER BY number DESC LIMIT ?")
                .params(authority.value(), kind.name(), before, limit)
                .query(RunTables::run)
                .list();
    }

    /** Has a run carried out, once; false where it is not waiting for that. */
    public boolean carryOut(ItemId run, Actor actor, LocalDate on) {
        return jdbc.sql("""
                UPDATE run SET state = 'CARRYING_OUT', carried_out_by = ?, carried_out_role = ?, carried_out_on = ?
                WHERE run_id = ? AND state = 'PREVIEWED'
                """)
                        .params(actor.id().value(), actor.role().name(), on, run.value())
                        .update()
                == 1;
    }

    /** Takes the oldest unfinished run that no living node works on. */
    public Optional<Run> claim(String node, int seconds) {
        return jdbc.sql("""
                UPDATE run SET lease_owner = ?, lease_until = now() + make_interval(secs => ?)
                WHERE run_id = (SELECT run_id FROM run
                                WHERE state IN ('PREVIEWING', 'CARRYING_OUT')
                                  AND (lease_until IS NULL OR lease_until < now())
                                ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING
                """ + COLUMNS)
                .params(node, seconds)
                .query(RunTables::run)
                .optional();
    }

    /** Says that the node still works on its runs. */
    public void renew(String node, int seconds) {
        jdbc.sql("UPDATE run SET lease_until = now() + make_interval(secs => ?) WHERE lease_owner = ?")
                .params(seconds, node)
                .update();
    }

    public boolean holds(String node, ItemId run) {
        return jdbc.sql("SELECT count(*) FROM run WHERE run_id = ? AND lease_owner = ?")
                        .params(run.value(), node)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Lets whoever comes first go on with it. */
    public void letGo(String node, ItemId run) {
        jdbc.sql("UPDATE run SET lease_owner = NULL, lease_until = NULL WHERE run_id = ? AND lease_owner = ?")
                .params(run.value(), node)
                .update();
    }

    /** Everything of this stage is done. */
    public void finish(String node, Run run, RunState next) {
        jdbc.sql("""
                UPDATE run SET state = ?, lease_owner = NULL, lease_until = NULL
                WHERE run_id = ? AND lease_owner = ? AND state = ?
                """)
                .params(next.name(), run.id().value(), node, run.state().name())
                .update();
    }

    /** What a run is and how far. */
    record Standing(RunKind kind, RunState state) {}

    /** How many runs stand where; nothing where none does. */
    Map<Standing, Long> counts() {
        var counts = new HashMap<Standing, Long>();
        jdbc.sql("SELECT kind, state, count(*) FROM run GROUP BY kind, state").query(row -> {
            counts.put(
                    new Standing(RunKind.valueOf(row.getString(1)), RunState.valueOf(row.getString(2))),
                    row.getLong(3));
        });
        return counts;
    }

    /** How many items were refused in each authority's latest run of each kind that was, or is being, carried out. */
    long refusedInTheLatest() {
        return jdbc.sql("""
                SELECT count(*) FROM run_item JOIN (
                    SELECT DISTINCT ON (authority, kind) run_id FROM run
                    WHERE state IN ('CARRYING_OUT', 'CARRIED_OUT') ORDER BY authority, kind, number DESC
                ) AS latest USING (run_id)
                WHERE state = 'REFUSED'
                """).query(Long.class).single();
    }

    /** The columns in the order of {@link #COLUMNS}. */
    private static Run run(ResultSet row, int index) throws SQLException {
        var authority = new AuthorityId(row.getString("authority"));
        return new Run(
                new ItemId(row.getObject("run_id", UUID.class)),
                row.getLong("number"),
                RunKind.valueOf(row.getString("kind")),
                new CommandId(row.getString("command_id")),
                row.getString("digest"),
                row.getString("terms"),
                new Actor(
                        authority,
                        new ActorId(row.getString("asked_by")),
                        Role.valueOf(row.getString("asked_in_role"))),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getLong("budgets"),
                RunState.valueOf(row.getString("state")),
                actor(authority, row.getString("carried_out_by"), row.getString("carried_out_role")),
                row.getObject("carried_out_on", LocalDate.class));
    }

    private static @Nullable Actor actor(AuthorityId authority, @Nullable String id, @Nullable String role) {
        return id == null || role == null ? null : new Actor(authority, new ActorId(id), Role.valueOf(role));
    }
}
