package org.budgetledger.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A batch of facts over HTTP, authenticated, beside plain batched inserts of the same rows on the same server: the ratio of how
 * many there are in a second.
 */
class BatchBench {
    private static final int FACTS = 5_000;
    private static final int ROUNDS = 3;

    /** Until the compiler of the JVM has seen enough of both sides. */
    private static final int ROUNDS_BEFORE = Integer.getInteger("bench.rounds.before", 4);

    private static final int ROWS_A_BATCH = 500;

    private final RunningLedger ledger = RunningLedger.start();
    private final LedgerClient importer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");

    /** A row of the store, whose bytes are only handed on. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(String type, byte[] metaData, byte[] payload, String payloadType, String timeStamp) {}

    @BeforeEach
    void aTableLikeTheStores() {
        TableLikeTheStores.make(ledger.bean(JdbcTemplate.class));
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void five_thousand_facts_over_many_budgets_and_over_a_few() throws SQLException {
        compare(500, true);
        compare(500, false);
        compare(5, true);
    }

    /**
     * Compares them for facts over so many budgets.
     *
     * @param atHand whether the ledger still has the budgets from the round before, or reads each of them from the store
     */
    private void compare(int count, boolean atHand) throws SQLException {
        var budgets = opened(count);
        var batches = new double[ROUNDS];
        var inserts = new double[ROUNDS];
        var shares = "";
        for (var round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
            var body = facts(budgets);
            settle();
            if (!atHand) {
                ledger.bean(Cache.class).removeAll();
            }
            var cores = Cores.now();
            var began = System.nanoTime();
            var answer = importer.post("/v1/batches", body);
            var batch = System.nanoTime() - began;
            shares = cores.since();
            assertThat(answer.number("accepted")).isEqualTo(FACTS);
            var rows = latest();
            settle();
            began = System.nanoTime();
            insert(rows, count);
            var insert = System.nanoTime() - began;
            if (round >= 0) {
                batches[round] = FACTS * 1e9 / batch;
                inserts[round] = FACTS * 1e9 / insert;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "batch of %,d facts over %d budgets %s: %,.0f a second; plain batched inserts: %,.0f a second; ratio %.2f; in the last %s%n",
                FACTS,
                count,
                atHand ? "at hand" : "read anew",
                median(batches),
                median(inserts),
                median(batches) / median(inserts),
                shares);
    }

    private List<String> opened(int count) {
        var budgets = IntStream.range(0, count)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        var commands = new ArrayList<String>();
        for (var budget : budgets) {
            commands.add(command("/v1/budgets", """
                    {"budgetId": "%s", "personRef": "P-%s", "openedOn": "2025-04-01"}""".formatted(budget, budget)));
            commands.add(command("/v1/budgets/" + budget + "/allocations", """
                    {"stream": "SOCIAL_CARE", "weeklyPence": 26000, "effectiveFrom": "2025-04-07"}"""));
        }
        assertThat(importer.post("/v1/batches", batch(commands)).number("accepted"))
                .isEqualTo(2L * count);
        return budgets;
    }

    private static String facts(List<String> budgets) {
        return batch(IntStream.range(0, FACTS)
                .mapToObj(i -> command(
                        "/v1/budgets/" + budgets.get(i % budgets.size()) + "/spends", """
                        {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line %d"}}""".formatted(1 + i % 2_000, i)))
                .toList());
    }

    private static String command(String post, String body) {
        return "{\"commandId\": \"%s\", \"post\": \"%s\", \"body\": %s}".formatted(UUID.randomUUID(), post, body);
    }

    private static String batch(List<String> commands) {
        return "{\"commands\": [" + String.join(",", commands) + "]}";
    }

    /** Neither side is to pay for what the other left to be projected. */
    private void settle() {
        LedgerClient.eventually(ledger.bean(Projections.class)::level);
    }

    private List<Row> latest() {
        var rows = ledger.bean(JdbcTemplate.class)
                .query(
                        "SELECT type, metaData, payload, payloadType, timeStamp FROM DomainEventEntry"
                                + " ORDER BY globalIndex DESC LIMIT " + FACTS,
                        (row, _) -> new Row(
                                row.getString(1),
                                row.getBytes(2),
                                row.getBytes(3),
                                row.getString(4),
                                row.getString(5)));
        assertThat(rows).hasSize(FACTS).allMatch(row -> row.payloadType().endsWith("SpendRecorded"));
        return rows;
    }

    private void insert(List<Row> rows, int streams) throws SQLException {
        var ids = IntStream.range(0, streams)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        try (var connection = ledger.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            try (var insert =
                    connection.prepareStatement("INSERT INTO bench_event (eventIdentifier, aggregateIdentifier,"
                            + " sequenceNumber, type, timeStamp, payloadType, payloadRevision, payload, metaData)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (var i = 0; i < rows.size(); i++) {
                    var row = rows.get(i);
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, ids.get(i % streams));
                    insert.setLong(3, i / streams);
                    insert.setString(4, row.type());
                    insert.setString(5, row.timeStamp());
                    insert.setString(6, row.payloadType());
                    insert.setString(7, null);
                    insert.setBytes(8, row.payload());
                    insert.setBytes(9, row.metaData());
                    insert.addBatch();
                    if ((i + 1) % ROWS_A_BATCH == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
        }
    }

    private static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
