package org.budgetledger.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pay run and an uplift over every budget of a council, each stopped half way. A small council in the build; the largest with
 * {@code -Druns.budgets=25000 -DargLine=-Xmx2g}. It prints the rates and the heap that is left after each stage.
 */
class RunsAtScaleTest {
    private static final int BUDGETS = Integer.getInteger("runs.budgets", 500);
    private static final Duration AT_MOST = Duration.ofMinutes(60);

    /**
     * Pools warm up, and the store keeps its latest ten thousand events, each with the gaps in their order that were open
     * then: under a clock that stands still gaps never grow old, so that these weigh most. Budgets must not be among what stays.
     */
    private static final long MAX_GROWTH_BYTES = 256L << 20;

    @Test
    void everyone_is_paid_once_and_uplifted_once_though_the_ledger_stops_half_way() throws IOException {
        try (var ledger = RunningLedger.start()) {
            ledger.setClock(Instant.parse("2025-05-27T10:00:00Z"));
            var council = new Council(ledger, "northmere");
            var made = Instant.now();
            unhurried(ledger, "off");
            council.ready(BUDGETS, LocalDate.of(2025, 4, 7), i -> 10_000 + i);
            unhurried(ledger, "on");
            say("budgets made", made);
            var heap = heapInUse();

            // 4 weeks at 100.00 and i pence for the i-th budget.
            var sum = 4 * (BUDGETS * 10_000L + (long) BUDGETS * (BUDGETS - 1) / 2);
            // The views are behind after so many events at once, and say so until they have caught up.
            until(() -> ask(ledger).status() == 202);
            var previewing = Instant.now();
            var run = "/v1/pay-runs/" + ask(ledger).text("payRunId");
            until(() -> state(ledger, run).equals("PREVIEWED"));
            say("pay run previewed", previewing);
            assertThat(view(ledger, run).at("/previewed/totalPence").longValue())
                    .isEqualTo(sum);

            var releasing = Instant.now();
            releaser(ledger).post(run + "/release", "");
            until(() -> settled(ledger, run) >= BUDGETS / 2);
            ledger.restart();
            assertThat(settled(ledger, run)).isLessThan(BUDGETS);
            until(() -> state(ledger, run).equals("RELEASED"));
            say("pay run released, a restart in the middle", releasing);
            assertThat(view(ledger, run).at("/released/totalPence").longValue()).isEqualTo(sum);
            assertThat(events(ledger, "PaymentReleased")).isEqualTo(BUDGETS);
            assertThat(heapInUse() - heap).isLessThan(MAX_GROWTH_BYTES);

            var uplifting = Instant.now();
            var uplift =
                    "/v1/uplifts/" + uplift(ledger, council).path("upliftId").textValue();
            until(() -> state(ledger, uplift).equals("PREVIEWED"));
            say("uplift previewed", uplifting);
            // Every paid week of the period comes to 1.00 more.
            assertThat(view(ledger, uplift)
                            .at("/previewed/years/0/arrearsPence")
                            .longValue())
                    .isEqualTo(400L * BUDGETS);
            var applying = Instant.now();
            allocator(ledger).post(uplift + "/apply", "");
            until(() -> settled(ledger, uplift) >= BUDGETS / 2);
            ledger.restart();
            until(() -> state(ledger, uplift).equals("APPLIED"));
            say("uplift applied, a restart in the middle", applying);
            assertThat(view(ledger, uplift).at("/applied/changePence").longValue())
                    .isEqualTo(100L * BUDGETS);
            assertThat(events(ledger, "AllocationRevised")).isEqualTo(BUDGETS);
            assertThat(events(ledger, "ArrearsIdentified")).isEqualTo(BUDGETS);
            assertThat(heapInUse() - heap).isLessThan(MAX_GROWTH_BYTES);
        }
    }

    private static JsonNode uplift(RunningLedger ledger, Council council) throws IOException {
        var file = IntStream.range(0, BUDGETS)
                .mapToObj(i -> council.budget("n" + i) + ",SOCIAL_CARE," + (10_100 + i) + "\n")
                .collect(Collectors.joining("", "budgetId,stream,weeklyPence\n", ""));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(ledger.baseUri()
                                    + "/v1/uplifts?effectiveFrom=2025-06-02&reason=The%20June%20uplift."))
                            .header("Authorization", "Bearer " + ledger.token("ALLOCATOR", "j.okafor", null, List.of()))
                            .header("Content-Type", "text/csv")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(file))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return new ObjectMapper().readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Making the council is not what is measured: its commits need not wait for the disk. */
    private static void unhurried(RunningLedger ledger, String synchronousCommit) {
        ledger.bean(JdbcClient.class)
                .sql("ALTER ROLE postgres SET synchronous_commit = " + synchronousCommit)
                .update();
        Objects.requireNonNull(ledger.bean(HikariDataSource.class).getHikariPoolMXBean())
                .softEvictConnections();
    }

    private static LedgerClient.Answer ask(RunningLedger ledger) {
        return releaser(ledger).post("/v1/pay-runs", "the-pay-run", "{\"periodFrom\": \"2025-06-02\"}");
    }

    private static LedgerClient releaser(RunningLedger ledger) {
        return LedgerClient.as(ledger, "RELEASER", "r.ahmed");
    }

    private static LedgerClient allocator(RunningLedger ledger) {
        return LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
    }

    private static JsonNode view(RunningLedger ledger, String run) {
        return releaser(ledger).get(run).body();
    }

    private static String state(RunningLedger ledger, String run) {
        return view(ledger, run).path("state").textValue();
    }

    private static long settled(RunningLedger ledger, String run) {
        return view(ledger, run).at("/progress/settled").longValue();
    }

    private static long events(RunningLedger ledger, String type) {
        return ledger.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM DomainEventEntry WHERE payloadType LIKE '%.' || ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private static void until(BooleanSupplier condition) {
        var deadline = Instant.now().plus(AT_MOST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            try {
                Thread.sleep(Math.max(20, BUDGETS / 20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static void say(String what, Instant since) {
        var seconds = Duration.between(since, Instant.now()).toMillis() / 1_000.0;
        System.out.printf(
                Locale.ROOT,
                "%d %s: %.1f s, %.0f a second; heap %d MiB of %d%n",
                BUDGETS,
                what,
                seconds,
                BUDGETS / seconds,
                heapInUse() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** What stays after a collection. */
    private static long heapInUse() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
