package org.budgetledger.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.rebuild.RebuildStatus;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast the projection behind balances is made anew from a million events ({@code -Dbench.events}), beside reading those
 * events' rows in their order over JDBC; and whether it is read meanwhile.
 */
class RebuildBench {
    private static final long EVENTS = Long.getLong("bench.events", 1_000_000);
    private static final int COPIES_AT_ONCE = 20;
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    /** Every event of every budget of the sample council again, in a budget of its own. */
    private static final String COPY = """
            INSERT INTO DomainEventEntry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload,
                payloadRevision, payloadType, timeStamp)
            SELECT md5(aggregateIdentifier || n)::uuid::text, sequenceNumber, type, gen_random_uuid()::text, metaData,
                convert_to(replace(convert_from(payload, 'UTF8'), aggregateIdentifier,
                    md5(aggregateIdentifier || n)::uuid::text), 'UTF8'),
                payloadRevision, payloadType, timeStamp
            FROM DomainEventEntry CROSS JOIN generate_series(?, ?) n
            WHERE type = 'Budget' AND globalIndex <= ? ORDER BY globalIndex, n
            """;

    @Test
    void rebuild() throws Exception {
        try (var ledger = RunningLedger.start(Map.of("ledger.sample", "northmere"))) {
            var jdbc = ledger.bean(JdbcTemplate.class);
            await(() -> level(ledger) && count(jdbc) > 9_000);
            var base = jdbc.queryForObject("SELECT count(*) FROM DomainEventEntry WHERE type = 'Budget'", Long.class);
            var began = System.nanoTime();
            var end = jdbc.queryForObject("SELECT max(globalIndex) FROM DomainEventEntry", Long.class);
            var copies = EVENTS / Objects.requireNonNull(base);
            for (var n = 1L; n <= copies; n += COPIES_AT_ONCE) {
                jdbc.update(COPY, n, Math.min(copies, n + COPIES_AT_ONCE - 1), end);
            }
            var events = count(jdbc);
            say("%,d events made in %.0f s".formatted(events, seconds(began)));
            began = System.nanoTime();
            await(() -> level(ledger));
            say("taken in by all three projections as they came: %,.0f events/s".formatted(events / seconds(began)));

            began = System.nanoTime();
            assertThat(read(ledger)).isEqualTo(events);
            var plain = events / seconds(began);
            say("ordered SELECT over JDBC: %,.0f events/s".formatted(plain));

            for (var projection : Projection.values()) {
                var stop = new AtomicBoolean();
                var answers = new ArrayList<Double>();
                var reader = Thread.ofPlatform().start(() -> readBalances(ledger, jdbc, stop, answers));
                var cores = Cores.now();
                var rate = events / rebuild(ledger, projection);
                var shares = cores.since();
                stop.set(true);
                reader.join();
                say(
                        "rebuild of %s: %,.0f events/s, %.2f of the SELECT; meanwhile %d balances read, the slowest in %.0f ms; %s"
                                .formatted(
                                        projection.group(),
                                        rate,
                                        rate / plain,
                                        answers.size(),
                                        answers.stream()
                                                        .mapToDouble(Double::doubleValue)
                                                        .max()
                                                        .orElse(0)
                                                * 1_000,
                                        shares));
            }
        }
    }

    private static double rebuild(RunningLedger ledger, Projection projection) {
        var began = System.nanoTime();
        var projections = ledger.bean(Projections.class);
        projections.rebuild(projection);
        await(() -> state(projections, projection) != RebuildStatus.State.RUNNING);
        assertThat(state(projections, projection)).isEqualTo(RebuildStatus.State.DONE);
        return seconds(began);
    }

    private static RebuildStatus.State state(Projections projections, Projection projection) {
        return Objects.requireNonNull(projections.status(projection).rebuild()).state();
    }

    private static void readBalances(
            RunningLedger ledger, JdbcTemplate jdbc, AtomicBoolean stop, List<Double> seconds) {
        var budget = jdbc.queryForObject("SELECT budget_id::text FROM budget LIMIT 1", String.class);
        var auditor = LedgerClient.as(ledger, "AUDITOR", "a.uditor");
        while (!stop.get()) {
            var began = System.nanoTime();
            assertThat(auditor.get("/v1/budgets/" + budget + "/balance").status())
                    .isEqualTo(200);
            seconds.add(seconds(began));
            pause(Duration.ofMillis(50));
        }
    }

    private static long read(RunningLedger ledger) throws SQLException {
        try (var connection = ledger.bean(HikariDataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement("SELECT globalIndex, aggregateIdentifier, sequenceNumber, type,"
                            + " eventIdentifier, metaData, payload, payloadRevision, payloadType, timeStamp"
                            + " FROM DomainEventEntry ORDER BY globalIndex")) {
                statement.setFetchSize(1_000);
                var rows = statement.executeQuery();
                var bytes = 0L;
                var count = 0L;
                while (rows.next()) {
                    bytes += rows.getBytes(6).length
                            + rows.getBytes(7).length
                            + rows.getString(2).length();
                    count++;
                }
                assertThat(bytes).isPositive();
                return count;
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean level(RunningLedger ledger) {
        return ledger.bean(Projections.class).list().stream().allMatch(status -> status.whole() && status.lag() == 0);
    }

    private static long count(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM DomainEventEntry", Long.class));
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause(Duration.ofMillis(200));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
