package org.budgetledger.service.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Commands over HTTP, with tokens, each to a budget of its own, by 8 clients; beside pgbench that inserts rows of the same shape
 * into a table like the store's, one a transaction, on the same server, by as many clients.
 */
class CommandsBench {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int BUDGETS = Integer.getInteger("bench.budgets", 4_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);

    private final AtomicLong spends = new AtomicLong();

    @Test
    void commands() throws Exception {
        var pgbench = PgBench.find();
        assumeTrue(pgbench.isPresent(), "pgbench is not installed; on Debian it comes with postgresql");
        try (var ledger = RunningLedger.start()) {
            var url = ledger.bean(HikariDataSource.class).getJdbcUrl();
            var jdbc = ledger.bean(JdbcTemplate.class);
            var budgets = budgets(ledger);
            TableLikeTheStores.make(jdbc);
            var script = script(jdbc);
            var token = ledger.token("ALLOCATOR", "j.okafor", null, List.of());
            spend(ledger, token, budgets);
            var plain = new double[ROUNDS];
            var commands = new double[ROUNDS];
            var shares = "";
            for (var round = 0; round < ROUNDS; round++) {
                plain[round] = PgBench.run(pgbench.get(), url, script, CLIENTS, SECONDS);
                var cores = Cores.now();
                commands[round] = spend(ledger, token, budgets);
                shares = cores.since();
            }
            Arrays.sort(plain);
            Arrays.sort(commands);
            System.out.printf(
                    Locale.ROOT,
                    "commands over HTTP: %,.0f a second; pgbench: %,.0f inserts a second; ratio %.2f (medians of %d rounds of %d s);"
                            + " in the last %s%n",
                    commands[ROUNDS / 2],
                    plain[ROUNDS / 2],
                    commands[ROUNDS / 2] / plain[ROUNDS / 2],
                    ROUNDS,
                    SECONDS,
                    shares);
        }
    }

    private static List<String> budgets(RunningLedger ledger) throws Exception {
        var made = new ArrayList<String>();
        for (var part : inParallel(client -> {
            var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
            return IntStream.range(0, BUDGETS / CLIENTS)
                    .mapToObj(_ -> officer.openBudgetWith(10_000_000))
                    .toList();
        })) {
            made.addAll(part);
        }
        return made;
    }

    /** Accepted commands a second. */
    private double spend(RunningLedger ledger, String token, List<String> budgets) throws Exception {
        var began = System.nanoTime();
        var end = began + SECONDS * 1_000_000_000L;
        var accepted = inParallel(client -> {
            var count = 0L;
            try (var connection = new LeanClient(ledger.baseUri())) {
                for (var i = client; System.nanoTime() < end; i += CLIENTS) {
                    var answer = connection.post(
                            "/v1/budgets/" + budgets.get(i % budgets.size()) + "/spends",
                            token,
                            "bench-spend-" + spends.incrementAndGet(),
                            "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": 100, \"description\": \"Bus fare\","
                                    + " \"evidence\": {\"kind\": \"MANUAL_ENTRY\", \"reference\": \"receipt 1\"}}");
                    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                    count++;
                }
            }
            return count;
        });
        return accepted.stream().mapToLong(Long::longValue).sum() / ((System.nanoTime() - began) / 1e9);
    }

    /** A row like that of a spend. */
    private static String script(JdbcTemplate jdbc) {
        var row = jdbc.queryForMap("""
                SELECT encode(metaData, 'hex') AS metadata, encode(payload, 'hex') AS payload, payloadType AS type
                FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1
                """);
        return """
                INSERT INTO bench_event (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData, payload,
                    payloadType, timeStamp)
                VALUES (gen_random_uuid()::text, 0, 'Budget', gen_random_uuid()::text, '\\x%s', '\\x%s', '%s',
                    '2025-04-01T09:00:00.000Z');
                """.formatted(row.get("metadata"), row.get("payload"), row.get("type"));
    }

    private interface Client<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> inParallel(Client<T> client) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var work = IntStream.range(0, CLIENTS)
                    .<Callable<T>>mapToObj(number -> () -> client.run(number))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
