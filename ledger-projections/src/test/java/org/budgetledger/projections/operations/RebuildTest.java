package org.budgetledger.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.projections.rebuild.RebuildStatus;
import org.budgetledger.projections.stream.Projection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A projection is made anew beside the one that is read, which goes on until the other takes its place. */
class RebuildTest {
    private final ReadSide readSide = new ReadSide();
    private final BudgetId budget = Events.budget();
    private final ItemId earmark = Events.item();

    @AfterEach
    void stop() {
        readSide.close();
    }

    @Test
    void until_it_is_exchanged_the_old_one_is_read_and_written_and_what_came_meanwhile_is_in_the_new_one()
            throws SQLException {
        spend(100);
        readSide.settle();
        readSide.jdbc().update("UPDATE account SET spends = spends + 7");
        try (var reader = readSide.connection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE stream_head IN ACCESS SHARE MODE");
            readSide.projections().rebuild(Projection.BUDGETS);
            spend(50);
            // The old one, with its fault.
            assertThat(balance()).isEqualTo(-157);
            ReadSide.await(() -> rows("rebuild.entry") > 0);
            spend(25);
            assertThat(balance()).isEqualTo(-182);
            assertThat(state()).isEqualTo(RebuildStatus.State.RUNNING);
            // Another start joins it.
            readSide.projections().rebuild(Projection.BUDGETS);
            reader.rollback();
        }
        ReadSide.await(() -> state() == RebuildStatus.State.DONE);
        assertThat(balance()).isEqualTo(-175);
        spend(10);
        assertThat(balance()).isEqualTo(-185);
        assertThat(Objects.requireNonNull(readSide.projections()
                                .status(Projection.BUDGETS)
                                .rebuild())
                        .events())
                .isEqualTo(4);
    }

    @Test
    void keys_indexes_and_privileges_are_those_that_were_there() {
        readSide.jdbc().execute("DROP ROLE IF EXISTS some_reader");
        readSide.jdbc().execute("CREATE ROLE some_reader");
        readSide.jdbc().execute("GRANT SELECT, INSERT ON entry TO some_reader");
        spend(100);
        readSide.settle();
        var before = shape();
        assertThat(before).anySatisfy(line -> assertThat(line.toString()).contains("some_reader"));
        for (var projection : Projection.values()) {
            readSide.rebuild(projection);
        }
        assertThat(shape()).isEqualTo(before);
        assertThat(readSide.jdbc()
                        .queryForList("SELECT relname FROM pg_class WHERE relnamespace = 'rebuild'::regnamespace"))
                .isEmpty();
        readSide.jdbc().execute("DROP OWNED BY some_reader");
        readSide.jdbc().execute("DROP ROLE some_reader");
    }

    @Test
    void every_row_is_the_same_to_the_letter() {
        spend(100);
        readSide.append(
                budget,
                setAside(earmark, 500, "C:\\N, 10\\t of \\. and \\\nthe \"next\" line, \u2019 and \ud83c\udfe0"));
        assertThat(rebuildsTheSame()).anySatisfy(row -> assertThat(row).contains("\ud83c\udfe0"));
    }

    @Test
    void a_character_of_two_parts_is_not_cut_in_two_however_much_is_written_at_once() {
        spend(100);
        // Some megabytes of little else, at even and at odd places.
        for (var i = 0; i < 200; i++) {
            readSide.append(budget, setAside(Events.item(), 1, "\ud83c\udfe0".repeat(1_999) + "x".repeat(1 + i % 2)));
        }
        rebuildsTheSame();
    }

    @Test
    void what_follows_on_what_it_has_set_aside_is_parked_behind_it() {
        spend(100);
        spend(10);
        readSide.settle();
        // As when a later version of the ledger is stricter.
        readSide.jdbc().execute("ALTER TABLE entry ADD CONSTRAINT small CHECK (abs(amount) < 50) NOT VALID");
        readSide.rebuild(Projection.BUDGETS);
        spend(20);
        ReadSide.await(() -> readSide.projections().parked(Projection.BUDGETS).size() == 3);
        readSide.jdbc().execute("ALTER TABLE entry DROP CONSTRAINT small");
        assertThat(readSide.projections().retry(Projection.BUDGETS)).isZero();
        assertThat(balance()).isEqualTo(-130);
    }

    @Test
    void one_that_has_lost_its_lock_writes_nothing_and_fails() throws SQLException {
        spend(100);
        readSide.settle();
        try (var reader = readSide.connection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("LOCK TABLE stream_head IN ACCESS SHARE MODE");
            readSide.projections().rebuild(Projection.BUDGETS);
            ReadSide.await(() -> waiting("relation"));
            assertThat(readSide.jdbc()
                            .queryForList(
                                    "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                                            + " WHERE locktype = 'advisory' AND datname = current_database()",
                                    Boolean.class))
                    .containsOnly(true);
            // Until it has tried again.
            ReadSide.await(() -> state() == RebuildStatus.State.FAILED);
            reader.rollback();
        }
        assertThat(Objects.requireNonNull(readSide.projections()
                                .status(Projection.BUDGETS)
                                .rebuild())
                        .failure())
                .contains("lock of this rebuild is gone");
        assertThat(balance()).isEqualTo(-100);
        readSide.rebuild(Projection.BUDGETS);
        assertThat(balance()).isEqualTo(-100);
    }

    @Test
    void what_it_cannot_take_in_is_parked_when_it_is_exchanged_and_what_it_can_is_parked_no_longer() {
        spend(100);
        readSide.append(budget, setAside(500), setAside(1_000));
        spend(50);
        ReadSide.await(() -> readSide.projections().parked(Projection.BUDGETS).size() == 2);

        readSide.rebuild(Projection.BUDGETS);
        assertThat(readSide.projections().parked(Projection.BUDGETS))
                .extracting(ParkedEvent::version, ParkedEvent::type)
                .containsExactly(tuple(4L, "EarmarkSet"), tuple(5L, "SpendRecorded"));
        assertThat(readSide.projections().parked(Projection.BUDGETS).getFirst().cause())
                .contains("duplicate key");
        // The stream goes on behind them.
        spend(25);
        ReadSide.await(() -> readSide.projections().parked(Projection.BUDGETS).size() == 3);

        // A table that takes it.
        readSide.jdbc().execute("ALTER TABLE earmark DROP CONSTRAINT earmark_pkey");
        readSide.rebuild(Projection.BUDGETS);
        assertThat(readSide.projections().parked(Projection.BUDGETS)).isEmpty();
        assertThat(balance()).isEqualTo(-175);
        assertThat(rows("earmark")).isEqualTo(2);
    }

    @Test
    void one_that_fails_says_why_and_leaves_the_old_one_where_it_is() {
        spend(100);
        readSide.settle();
        readSide.jdbc().execute("CREATE VIEW somebody_elses AS SELECT * FROM entry");
        readSide.projections().rebuild(Projection.BUDGETS);
        ReadSide.await(() -> state() == RebuildStatus.State.FAILED);
        assertThat(Objects.requireNonNull(readSide.projections()
                                .status(Projection.BUDGETS)
                                .rebuild())
                        .failure())
                .contains("somebody_elses");
        assertThat(balance()).isEqualTo(-100);

        readSide.jdbc().execute("DROP VIEW somebody_elses");
        readSide.rebuild(Projection.BUDGETS);
        assertThat(balance()).isEqualTo(-100);
    }

    @Test
    void what_the_store_no_longer_holds_is_not_forgotten_by_the_one_that_has_seen_it() {
        spend(100);
        readSide.settle();
        readSide.jdbc().update("UPDATE stream_head SET version = version + 1 WHERE projection = 'budgets'");
        readSide.projections().rebuild(Projection.BUDGETS);
        ReadSide.await(() -> state() == RebuildStatus.State.FAILED);
        assertThat(Objects.requireNonNull(readSide.projections()
                                .status(Projection.BUDGETS)
                                .rebuild())
                        .failure())
                .contains(budget.toString());
    }

    @Test
    void it_does_not_take_its_place_from_under_a_view_that_is_taking_in_events() throws SQLException {
        spend(100);
        readSide.settle();
        readSide.jdbc().execute("""
                CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM set_config('deadlock_timeout', '10ms', true), pg_advisory_xact_lock_shared(1);
                    RETURN NEW;
                END $$;
                CREATE TRIGGER hold BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION hold();
                """);
        try (var holder = readSide.connection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT pg_advisory_xact_lock(1)");
            spend(50);
            ReadSide.await(() -> waiting("advisory"));
            readSide.projections().rebuild(Projection.BUDGETS);
            ReadSide.await(() -> waiting("relation"));
            holder.rollback();
        }
        ReadSide.await(() -> state() == RebuildStatus.State.DONE);
        assertThat(balance()).isEqualTo(-150);
        assertThat(deadlocks()).isZero();
    }

    @Test
    void nothing_but_a_projections_tables_can_be_named() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> readSide.jdbc().queryForList("SELECT begin_rebuild('tokenentry')"))
                .withMessageContaining("there is no projection called tokenentry");
    }

    private List<String> rebuildsTheSame() {
        readSide.settle();
        var before = written();
        readSide.rebuild(Projection.BUDGETS);
        readSide.rebuild(Projection.AUDIT);
        assertThat(written()).isEqualTo(before);
        return before;
    }

    private void spend(long pence) {
        if (readSide.version(budget) == 0) {
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
        }
        readSide.append(budget, Events.spent(Events.SELF, FundingStream.HEALTH, pence, "2025-04-11"));
    }

    private long balance() {
        return readSide.balance(budget, Events.day("2025-05-01")).balance().pence();
    }

    private RebuildStatus.State state() {
        return Objects.requireNonNull(
                        readSide.projections().status(Projection.BUDGETS).rebuild())
                .state();
    }

    private long rows(String table) {
        return Objects.requireNonNull(readSide.jdbc().queryForObject("SELECT count(*) FROM " + table, Long.class));
    }

    /** Ends the read side, as what a connection has counted is known when it is gone. */
    private long deadlocks() {
        var database = readSide.jdbc().queryForObject("SELECT current_database()", String.class);
        readSide.close();
        try (var beside = Databases.fresh()) {
            var jdbc = new JdbcTemplate(beside);
            ReadSide.await(() -> Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT numbackends = 0 FROM pg_stat_database WHERE datname = ?", Boolean.class, database)));
            return Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT deadlocks FROM pg_stat_database WHERE datname = ?", Long.class, database));
        }
    }

    private boolean waiting(String kindOfLock) {
        return !readSide.jdbc().queryForList("""
                        SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
                        WHERE NOT granted AND locktype = ? AND datname = current_database()
                        """, kindOfLock).isEmpty();
    }

    private List<String> written() {
        return Stream.of("budget", "account", "entry", "earmark", "budget_fact", "audit_event")
                .flatMap(table -> readSide
                        .jdbc()
                        .queryForList("SELECT '%1$s ' || row FROM %1$s row ORDER BY 1".formatted(table), String.class)
                        .stream())
                .toList();
    }

    private List<Map<String, Object>> shape() {
        return readSide.jdbc().queryForList("""
                SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                    WHERE connamespace = 'public'::regnamespace
                UNION ALL SELECT oid::regclass || ' ' || coalesce(relacl::text, '') FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                UNION ALL SELECT attrelid::regclass || ' ' || attnum || ' ' || attname || ' ' || attgenerated::text
                    FROM pg_attribute WHERE attrelid IN (SELECT oid FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')) AND attnum > 0
                ORDER BY 1
                """);
    }

    private EarmarkSet setAside(long pence) {
        return setAside(earmark, pence, "for tax");
    }

    private EarmarkSet setAside(ItemId id, long pence, String description) {
        return new EarmarkSet(
                id,
                Events.SELF,
                FundingStream.HEALTH,
                Events.pence(pence),
                EarmarkPurpose.TAX,
                new FreeText(description),
                Events.day("2025-04-11"));
    }
}
