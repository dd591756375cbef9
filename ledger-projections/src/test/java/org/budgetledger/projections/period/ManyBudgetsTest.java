package org.budgetledger.projections.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.budgetledger.projections.stream.EventJson;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The pack of a council with many budgets: in little memory however many there are, and nothing of it left when its maker is
 * killed. {@code -Dpacks.budgets=25000 -Dpacks.entries=500} is the largest council after some years.
 */
class ManyBudgetsTest {
    private static final int BUDGETS = Integer.getInteger("packs.budgets", 2_000);
    private static final int ENTRIES = Integer.getInteger("packs.entries", 50);

    /** Far less than the figures of even 2,000 budgets with their entries would take. */
    private static final String HEAP = "-Xmx" + System.getProperty("packs.heap", "64m");

    private static final Duration AT_MOST = Duration.ofMinutes(30);

    @Test
    void a_killed_maker_leaves_nothing_and_the_next_makes_the_pack_in_little_memory() throws Exception {
        try (var readSide = new ReadSide()) {
            var jdbc = readSide.jdbc();
            fill(jdbc);
            var killed = start(jdbc, "killed-in-the-middle");
            ReadSide.await(() -> done(jdbc) > 0 || !killed.isAlive());
            assertThat(readSide.packMaker().progress(PackMaking.AUTHORITY, PackMaking.PERIOD))
                    .hasValueSatisfying(
                            progress -> assertThat(progress.budgets()).isEqualTo(BUDGETS));
            assertThat(readSide.packMaker()
                            .make(PackMaking.AUTHORITY, PackMaking.PERIOD, null, new CommandId("at-the-same-time")))
                    .isEqualTo(new PackMaker.Outcome.UnderWay());
            killed.destroyForcibly().waitFor();
            ReadSide.await(() -> readSide.packMaker()
                    .progress(PackMaking.AUTHORITY, PackMaking.PERIOD)
                    .isEmpty());
            assertThat(count(jdbc, "period_pack")).isZero();
            assertThat(count(jdbc, "period_pack_part")).isZero();
            assertThat(count(jdbc, "period_pack_budget")).isZero();

            var began = System.nanoTime();
            var second = start(jdbc, "sent-again");
            assertThat(second.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();
            var seconds = (System.nanoTime() - began) / 1e9;
            var pack = readSide.packs()
                    .madeFor(PackMaking.AUTHORITY, new CommandId("sent-again"), null)
                    .orElseThrow();
            System.out.printf(
                    "a pack of %,d budgets with %,d entries each, %,d bytes, in %.1f s with %s%n",
                    BUDGETS, ENTRIES, pack.bytes(), seconds, HEAP);
            foots(pack, readSide);
        }
    }

    /** Entry number e of each budget is dated e mod 56 days after 7 April, so half are older than the period; each is £1.00. */
    private static void foots(DrawnPack pack, ReadSide readSide) {
        var inPeriod = 0L;
        for (var entry = 0; entry < ENTRIES; entry++) {
            inPeriod += entry % 56 < 28 ? 0 : 1;
        }
        var totals = pack.totals();
        assertThat(totals.counts().budgets()).isEqualTo(BUDGETS);
        assertThat(totals.counts().items()).isEqualTo(BUDGETS * inPeriod);
        assertThat(totals.lines().period()).isEqualTo(Money.ofPence(100L * BUDGETS * inPeriod));
        assertThat(totals.lines().opening()).isEqualTo(Money.ofPence(100L * BUDGETS * (ENTRIES - inPeriod)));
        // £70.00 a week from 7 April, managed by the council: four weeks before the period and four within.
        assertThat(totals.entitled().opening()).isEqualTo(Money.ofPence(28_000L * BUDGETS));
        assertThat(totals.entitled().period()).isEqualTo(Money.ofPence(28_000L * BUDGETS));
        assertThat(readSide.packs().isWhole(PackMaking.AUTHORITY, pack.sha256()))
                .isTrue();
    }

    private static void fill(JdbcTemplate jdbc) {
        var allocated =
                new EventJson(ReadSide.mapper()).write(Events.weekly(FundingStream.SOCIAL_CARE, 7_000, "2025-04-07"));
        jdbc.update("""
                INSERT INTO budget (budget_id, authority, person_ref, opened_on)
                SELECT md5('budget' || b)::uuid, ?, 'person-' || b, DATE '2025-04-01' FROM generate_series(1, ?) b
                """, PackMaking.AUTHORITY.value(), BUDGETS);
        jdbc.update("""
                INSERT INTO stream_head (projection, stream_id, version, hash, recorded_at, authority, kind)
                SELECT 'budgets', budget_id, ?, 'x', now(), authority, 'Budget' FROM budget
                """, ENTRIES + 1);
        jdbc.update("""
                INSERT INTO budget_fact (budget_id, version, type, recorded_at, actor, role, fact)
                SELECT budget_id, 1, 'BudgetAllocated', now(), 'j.okafor', 'ALLOCATOR', ?::json FROM budget
                """, allocated);
        jdbc.update("""
                INSERT INTO entry (budget_id, version, line, entry_id, kind, deployment, stream, amount, effective_on,
                    recorded_at, flags, approvers, reversed)
                SELECT budget_id, 2 + e, 0, md5(budget_id::text || e)::uuid,
                    (ARRAY['INTEREST', 'TOP_UP', 'REFUND', 'CREDIT'])[1 + e % 4], 'authority', 'SOCIAL_CARE', 100,
                    DATE '2025-04-07' + e % 56, now(), '', 0, false
                FROM budget, generate_series(0, ? - 1) e
                """, ENTRIES);
        jdbc.execute("ANALYZE");
    }

    private static Process start(JdbcTemplate jdbc, String command) throws IOException {
        var database = (PGSimpleDataSource) Objects.requireNonNull(
                ((HikariDataSource) Objects.requireNonNull(jdbc.getDataSource())).getDataSource());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PackMaking.class.getName(),
                        Objects.requireNonNull(database.getUrl()),
                        command)
                .inheritIO()
                .start();
    }

    private static long done(JdbcTemplate jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT coalesce(max(budgets_done), 0) FROM period_closing", Long.class));
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class));
    }
}
