package org.budgetledger.service.speed;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.queryhandling.QueryGateway;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An as-at balance on the longest stream that there is (domain §10), beside reading that stream's rows over JDBC. Prints the
 * figures; what it holds them to is lenient, because the machine may have other work.
 */
class AsAtSpeedTest {
    private static final int EVENTS = 10_000;
    private static final int ROUNDS = 30;
    private static final Duration LENIENT = Duration.ofMillis(500);
    private static final AuthorityId NORTHMERE = new AuthorityId("northmere");
    private static final DeploymentId AUTHORITY = DeploymentId.AUTHORITY;
    private static final LocalDate FIRST = LocalDate.of(2016, 4, 4);
    private static final Instant RECORDED = Instant.parse("2016-04-04T09:00:00Z");

    private final RunningLedger ledger = RunningLedger.start();
    private final BudgetId budget = new BudgetId(UUID.randomUUID());

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void the_longest_history_is_read_as_at_any_day_about_as_fast_as_its_rows_are() {
        publish(history());
        var client = LedgerClient.as(ledger, "AUDITOR", "a.uditor");
        var path = "/v1/budgets/" + budget + "/balance";
        LedgerClient.eventually(() -> client.get(path).status() == 200);
        var jdbc = ledger.bean(JdbcTemplate.class);
        var queries = ledger.bean(QueryGateway.class);
        var half = RECORDED.plus(Duration.ofHours(EVENTS / 2));

        var rows = median(() -> {
            var read = jdbc.query(
                    "SELECT payload, metaData, timeStamp FROM DomainEventEntry WHERE aggregateIdentifier = ?"
                            + " ORDER BY sequenceNumber",
                    (row, _) -> row.getBytes(1).length
                            + row.getBytes(2).length
                            + row.getString(3).length(),
                    budget.toString());
            assertThat(read).hasSize(EVENTS);
        });
        var latest = median(() -> ask(queries, Moment.about(LocalDate.of(2026, 1, 1))));
        var earlier = median(() -> ask(queries, Moment.knownAt(half, LocalDate.of(2020, 1, 1))));
        var plain = median(() -> ask(queries, Moment.NOW));
        var http = median(() -> assertThat(client.get(path + "?effectiveOn=2020-01-01&knownAt=" + half)
                        .status())
                .isEqualTo(200));

        print("rows of the stream over JDBC", rows, rows);
        print("balance now", plain, rows);
        print("balance as at the latest", latest, rows);
        print("balance as at the middle", earlier, rows);
        print("the same over HTTP", http, rows);
        assertThat(latest).isLessThan(LENIENT);
        assertThat(earlier).isLessThan(LENIENT);
    }

    private BalanceView ask(QueryGateway queries, Moment moment) {
        var reading = queries.query(
                        new GetBalance(NORTHMERE, budget, moment, LocalDate.of(2026, 1, 1), 0), Reading.class)
                .join();
        assertThat(reading).isInstanceOf(Reading.Found.class);
        return (BalanceView) ((Reading.Found) reading).view();
    }

    /** It is read in parts, which make one statement that foots. */
    @Test
    void the_longest_history_has_a_whole_statement() throws Exception {
        publish(history());
        var client = LedgerClient.as(ledger, "AUDITOR", "a.uditor");
        var path = "/v1/budgets/" + budget;
        LedgerClient.eventually(() -> client.get(path + "/balance").status() == 200);
        var balance = client.get(path + "/balance?effectiveOn=2026-01-01").number("balancePence");

        var began = System.nanoTime();
        var csv = body(path + "/statement?to=2026-01-01", "text/csv");
        print("statement as CSV", Duration.ofNanos(System.nanoTime() - began));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
            var all = rows.stream().toList();
            assertThat(all).hasSizeGreaterThan(EVENTS * 8 / 10);
            assertThat(all.stream()
                            .map(row -> row.getField("amountPence"))
                            .filter(pence -> !pence.isEmpty())
                            .mapToLong(Long::parseLong)
                            .sum())
                    .isEqualTo(balance);
            assertThat(all.getLast().getField("runningBalancePence")).isEqualTo(String.valueOf(balance));
        }
    }

    private byte[] body(String path, String form) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(ledger.baseUri() + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + ledger.token("AUDITOR", "a.uditor", "northmere", List.of()))
                            .header("Accept", form)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void print(String what, Duration took) {
        System.out.printf(Locale.ROOT, "%s, %d events: %.1f ms%n", what, EVENTS, took.toNanos() / 1e6);
    }

    /** Ten years: mostly spends, one in ten of them authorised before, and now and then something set aside. */
    private List<LedgerEvent> history() {
        var events = new ArrayList<LedgerEvent>();
        events.add(new BudgetOpened(budget, NORTHMERE, new PersonRef("person-1"), null, null, FIRST));
        events.add(new BudgetAllocated(
                new ItemId(UUID.randomUUID()),
                FundingStream.SOCIAL_CARE,
                Amount.ofPence(300_000),
                null,
                null,
                FIRST,
                null,
                null));
        while (events.size() < EVENTS) {
            var on = FIRST.plusDays(events.size() * 3_500L / EVENTS);
            var item = new ItemId(UUID.randomUUID());
            var amount = Amount.ofPence(1_000);
            switch (events.size() % 20) {
                case 0, 10 ->
                    events.addAll(List.of(
                            new SpendAuthorised(
                                    item, AUTHORITY, FundingStream.SOCIAL_CARE, amount, on, null, null, null),
                            spent(on, item)));
                case 5 ->
                    events.addAll(List.of(
                            new EarmarkSet(
                                    item, AUTHORITY, FundingStream.SOCIAL_CARE, amount, EarmarkPurpose.TAX, null, on),
                            new EarmarkReleased(item, AUTHORITY, FundingStream.SOCIAL_CARE, amount, null, on)));
                default -> events.add(spent(on, null));
            }
        }
        return events.subList(0, EVENTS);
    }

    private static SpendRecorded spent(LocalDate on, @Nullable ItemId authorisation) {
        return new SpendRecorded(
                new EntryId(UUID.randomUUID()),
                AUTHORITY,
                FundingStream.SOCIAL_CARE,
                Amount.ofPence(1_000),
                new Evidence(Evidence.Kind.STATEMENT_LINE, new Reference("line-1")),
                on,
                on,
                on,
                authorisation,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private void publish(List<LedgerEvent> events) {
        var store = ledger.bean(EventStore.class);
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var i = 0; i < events.size(); i++) {
            messages.add(new GenericDomainEventMessage<>(
                    "Budget",
                    budget.toString(),
                    i,
                    events.get(i),
                    Map.of(
                            "authority", NORTHMERE.value(),
                            "actor", "importer",
                            "role", "IMPORTER",
                            "commandId", "speed-" + budget + "-" + i,
                            "commandDigest", "0".repeat(64),
                            "previousHash", "0".repeat(64),
                            "hash", "0".repeat(64)),
                    UUID.randomUUID().toString(),
                    RECORDED.plus(Duration.ofHours(i))));
        }
        for (var from = 0; from < messages.size(); from += 500) {
            var batch = messages.subList(from, Math.min(messages.size(), from + 500));
            DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(batch));
        }
    }

    private static Duration median(Runnable work) {
        var times = new long[ROUNDS];
        for (var i = -5; i < ROUNDS; i++) {
            var began = System.nanoTime();
            work.run();
            if (i >= 0) {
                times[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[ROUNDS / 2]);
    }

    private static void print(String what, Duration took, Duration rows) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d events: %.1f ms, %.2f of reading the rows%n",
                what,
                EVENTS,
                took.toNanos() / 1e6,
                (double) took.toNanos() / rows.toNanos());
    }
}
