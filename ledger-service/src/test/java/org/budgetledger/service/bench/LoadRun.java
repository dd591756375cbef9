package org.budgetledger.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.process.DatabaseProcess;
import org.budgetledger.service.process.LedgerProcess;
import org.junit.jupiter.api.Test;

/**
 * Load as in the busiest half hour of the largest council, or of England as one ledger ({@code -Dload.row}): so many events a
 * second ({@code -Dload.rate}) on so many budgets ({@code -Dload.budgets}) for {@code -Dload.minutes}, on a ledger of 1 GiB of
 * heap in a process of its own. Of a hundred events {@code -Dload.alone} come in a request of their own, the others as the lines
 * of a bank statement, in one batch each; and for every such request there is a read. Requests leave when they are due, however
 * long the ones before take, and their time counts from when they were due. Every minute prints how far the views were behind
 * and what memory was used; the end prints the times of each minute and of all, and the bytes that were stored.
 */
class LoadRun {
    /** How many budgets there are, and events a second at the peak. */
    private enum Row {
        LARGEST_COUNCIL(25_000, 38),
        ENGLAND(860_000, 500);

        private final int budgets;
        private final int rate;

        Row(int budgets, int rate) {
            this.budgets = budgets;
            this.rate = rate;
        }
    }

    private static final Row ROW = Row.valueOf(System.getProperty("load.row", "largest-council")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_'));
    private static final int RATE = Integer.getInteger("load.rate", ROW.rate);
    private static final int BUDGETS = Integer.getInteger("load.budgets", ROW.budgets);
    private static final int ALONE = Integer.getInteger("load.alone", 20);
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("load.minutes", 5));

    /** Budgets that are opened in one request. */
    private static final int OPENED_AT_ONCE = 2_000;

    private static final int OPENERS = 2;
    private static final int SENDERS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Growth of the heap that is in use after a collection, from the first fifth of a run to its last. */
    private static final long MAX_GROWTH_BYTES = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> budgets = new ArrayList<>();

    private enum Kind {
        COMMAND,
        STATEMENT,
        READ
    }

    /** What one request took from when it was due, in microseconds, and whether it was answered as it should be. */
    private record Taken(Kind kind, int second, int micros, boolean failed) {}

    @Test
    void load() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "load")).toAbsolutePath();
        var home = Files.createTempDirectory(folder, "load-");
        var issuer = new SomeIssuer(home);
        try (var database = DatabaseProcess.start(home);
                var ledger = new LedgerProcess(
                        "ledger",
                        home,
                        List.of("-Xmx1g"),
                        Map.of(
                                "spring.datasource.url",
                                database.url(),
                                "spring.datasource.username",
                                database.user(),
                                SomeIssuer.SETTING,
                                issuer.publicKey()))) {
            ledger.start();
            var officer = issuer.token("ALLOCATOR", "j.okafor");
            open(ledger, officer);
            awaitLevel(ledger, issuer);
            var stored = new Stored(database);
            run(ledger, officer, WARM_UP, new ArrayList<>());
            var before = stored.now();
            var minutes = new ArrayList<Long>();
            var all = new ArrayList<Taken>();
            var under = new AtomicBoolean(true);
            try (var watching = Executors.newSingleThreadExecutor()) {
                var watch = watching.submit(() -> watch(ledger, issuer, under, minutes));
                run(ledger, officer, LENGTH, all);
                under.set(false);
                watch.get();
            }
            for (var minute = 0; minute < LENGTH.toMinutes(); minute++) {
                var start = 60 * minute;
                say(
                        "minute %d".formatted(minute + 1),
                        all.stream()
                                .filter(taken -> taken.second() >= start && taken.second() < start + 60)
                                .toList());
            }
            for (var kind : Kind.values()) {
                say(
                        kind.toString().toLowerCase(Locale.ROOT) + "s",
                        all.stream().filter(taken -> taken.kind() == kind).toList());
            }
            var after = stored.now();
            var events = after.events() - before.events();
            System.out.printf(
                    Locale.ROOT,
                    "%,d events stored, %.1f a second; %,d MB of store and %,d MB of views per million events%n",
                    events,
                    events / (double) LENGTH.toSeconds(),
                    (after.store() - before.store()) / events,
                    (after.views() - before.views()) / events);
            assertThat(all.stream().filter(Taken::failed).count()).isZero();
            if (minutes.size() >= 10) {
                var fifth = minutes.size() / 5;
                assertThat(average(minutes.subList(minutes.size() - fifth, minutes.size()))
                                - average(minutes.subList(0, fifth)))
                        .isLessThan(MAX_GROWTH_BYTES);
            }
        }
    }

    private void open(LedgerProcess ledger, String token) throws Exception {
        var began = System.nanoTime();
        for (var i = 0; i < BUDGETS; i++) {
            budgets.add(UUID.randomUUID().toString());
        }
        var next = new AtomicInteger();
        try (var openers = Executors.newFixedThreadPool(OPENERS)) {
            var parts = IntStream.range(0, OPENERS)
                    .mapToObj(_ -> openers.submit(() -> {
                        try (var client = new LeanClient(ledger.baseUri())) {
                            for (var from = next.getAndAdd(OPENED_AT_ONCE);
                                    from < BUDGETS;
                                    from = next.getAndAdd(OPENED_AT_ONCE)) {
                                openSome(
                                        client, token, budgets.subList(from, Math.min(BUDGETS, from + OPENED_AT_ONCE)));
                            }
                        }
                        return null;
                    }))
                    .toList();
            for (var part : parts) {
                part.get();
            }
        }
        System.out.printf(Locale.ROOT, "%,d budgets opened in %.0f s%n", BUDGETS, (System.nanoTime() - began) / 1e9);
    }

    /** Until the views have everything: what they have to do is to come from the load alone. */
    private static void awaitLevel(LedgerProcess ledger, SomeIssuer issuer) throws Exception {
        try (var client = new LeanClient(ledger.baseUri())) {
            while (lag(client, issuer.operatorToken("o.perator")) > 0) {
                Thread.sleep(1_000);
            }
        }
    }

    private static void openSome(LeanClient client, String token, List<String> some) throws IOException {
        var commands = some.stream()
                .flatMap(budget -> Stream.of(
                        batched("/v1/budgets", """
                                {"budgetId": "%s", "personRef": "P-%s", "openedOn": "2025-04-01"}\
                                """.formatted(budget, budget)),
                        batched("/v1/budgets/" + budget + "/allocations", """
                                {"stream": "SOCIAL_CARE", "oneOffPence": 100000000, "effectiveFrom": "2025-04-01"}\
                                """)))
                .collect(Collectors.joining(",", "{\"commands\": [", "]}"));
        var answer = client.post("/v1/batches", token, UUID.randomUUID().toString(), commands);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).required("accepted").intValue()).isEqualTo(2 * some.size());
    }

    private static String batched(String post, String body) {
        return "{\"commandId\": \"%s\", \"post\": \"%s\", \"body\": %s}".formatted(UUID.randomUUID(), post, body);
    }

    /** Sends what is due, at its time, until the time is over. */
    private void run(LedgerProcess ledger, String token, Duration length, List<Taken> all) throws Exception {
        var commands = RATE * ALONE / 100.0;
        var statements = (RATE - commands) / LoadMix.LINES;
        // There is a read for each.
        var perSecond = 2 * (commands + statements);
        var count = (long) (length.toSeconds() * perSecond);
        var next = new AtomicLong();
        var began = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var parts = new ArrayList<Future<List<Taken>>>();
            for (var sender = 0; sender < SENDERS; sender++) {
                parts.add(senders.submit(() -> {
                    var taken = new ArrayList<Taken>();
                    var random = new SplittableRandom();
                    try (var client = new LeanClient(ledger.baseUri())) {
                        var mix = new LoadMix(budgets, client, token);
                        for (var i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            var due = (long) (i * 1e9 / perSecond);
                            for (var early = began + due - System.nanoTime();
                                    early > 0;
                                    early = began + due - System.nanoTime()) {
                                LockSupport.parkNanos(early);
                            }
                            var kind = i % 2 == 1
                                    ? Kind.READ
                                    : random.nextDouble() * (commands + statements) < commands
                                            ? Kind.COMMAND
                                            : Kind.STATEMENT;
                            var answered = switch (kind) {
                                case COMMAND -> mix.command();
                                case STATEMENT -> mix.statement();
                                case READ -> mix.read();
                            };
                            var micros = (int) ((System.nanoTime() - began - due) / 1_000);
                            taken.add(new Taken(kind, (int) (due / 1_000_000_000), micros, !answered));
                        }
                    }
                    return taken;
                }));
            }
            for (var part : parts) {
                all.addAll(part.get());
            }
        }
    }

    /** Every minute: memory, and the views' lag. */
    private static Void watch(LedgerProcess ledger, SomeIssuer issuer, AtomicBoolean under, List<Long> minutes)
            throws Exception {
        var operator = issuer.operatorToken("o.perator");
        var began = System.nanoTime();
        for (var minute = 1; under.get(); minute++) {
            while (under.get() && System.nanoTime() - began < minute * 60_000_000_000L) {
                Thread.sleep(200);
            }
            collect(ledger.pid());
            // A connection that is silent for a minute is closed.
            try (var client = new LeanClient(ledger.baseUri())) {
                var heap = heap(client, operator);
                minutes.add(heap);
                System.out.printf(
                        Locale.ROOT,
                        "minute %d: heap in use after a collection %d MiB, process %d MiB, views behind by at most %d events%n",
                        minute,
                        heap >> 20,
                        resident(ledger.pid()) >> 20,
                        lag(client, operator));
            }
        }
        return null;
    }

    /** Has it collect what it no longer needs, so that what is in use is what it holds on to. */
    private static void collect(long pid) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid, "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** What it has of the machine's memory, in bytes. */
    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private static long heap(LeanClient client, String operator) throws IOException {
        return (long) client.get("/actuator/prometheus", operator)
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long lag(LeanClient client, String operator) throws IOException {
        var projections =
                JSON.readTree(client.get("/v1/operations/projections", operator).body());
        return projections
                .valueStream()
                .mapToLong(one -> one.required("lag").longValue())
                .max()
                .orElse(-1);
    }

    private static void say(String what, List<Taken> taken) {
        var micros = taken.stream().mapToInt(Taken::micros).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d; 50th percentile %.1f ms, 95th %.1f ms, 99th %.1f ms, longest %.0f ms; failed %d%n",
                what,
                micros.length,
                at(micros, 0.50),
                at(micros, 0.95),
                at(micros, 0.99),
                at(micros, 1),
                taken.stream().filter(Taken::failed).count());
    }

    private static double at(int[] micros, double share) {
        return micros.length == 0 ? 0 : micros[(int) Math.min(micros.length - 1, share * micros.length)] / 1_000.0;
    }

    private static double average(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    /** What the database holds, in bytes with indexes. */
    private record Stored(DatabaseProcess database) {
        private static final String STORE = "domainevententry";

        record Now(long events, long store, long views) {}

        Now now() throws SQLException {
            try (var connection = database.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT (SELECT count(*) FROM " + STORE + "), pg_total_relation_size('"
                                    + STORE + "'), pg_database_size(current_database())")) {
                rows.next();
                return new Now(rows.getLong(1), rows.getLong(2), rows.getLong(3) - rows.getLong(2));
            }
        }
    }
}
