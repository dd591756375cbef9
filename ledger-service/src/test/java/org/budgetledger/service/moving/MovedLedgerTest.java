package org.budgetledger.service.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Event;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.axonserver.AxonServerStandIn;
import org.budgetledger.service.scenario.ScenarioBook;
import org.budgetledger.service.scenario.ScenarioHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger that is moved to Axon Server and back tells what it told before, wherever it is, and goes on. */
class MovedLedgerTest {
    /** Later than anything in the book. */
    private static final Instant LATER = Instant.parse("2027-03-01T10:00:00Z");

    private static final String GOOD = "\"oneOffPence\":100000";
    private static final String BAD = "\"oneOffPence\":-100000";

    @TempDir
    private Path elsewhere;

    @Test
    void the_ledger_that_the_scenario_book_left_is_the_same_on_axon_server_and_back_again() throws Throwable {
        try (var server = new AxonServerStandIn();
                var ledger = RunningLedger.start(Map.of())) {
            readTheBook(ledger);
            ledger.setClock(LATER);
            var budget = officer(ledger).openBudgetWith(100_000);
            var key = UUID.randomUUID().toString();
            var spent = spend(ledger, budget, key, 1_250);
            var before = WholeLedger.toldBy(ledger);
            assertThat(before.keySet()).anyMatch(path -> path.contains("/v1/pools/"));
            assertThat(before.keySet()).anyMatch(path -> path.contains("/v1/periods/"));
            var stored = events(ledger);
            ledger.stop();

            var there = MoveRun.to("axonserver", server, "--ledger.data-dir=" + ledger.home());
            assertThat(there.exit()).as(there.said()).isEqualTo(0);
            assertThat(there.said()).contains("Moved: %,d events in ".formatted(stored));

            ledger.restart(server.settings("moved"));
            assertThat(WholeLedger.toldBy(ledger)).isEqualTo(before);
            // R2, across stores: the same command has its first answer and no second effect.
            assertThat(spend(ledger, budget, key, 1_250)).isEqualTo(spent);
            spend(ledger, budget, UUID.randomUUID().toString(), 750);
            assertThat(balance(ledger, budget)).isEqualTo(98_000);
            assertThat(server.events(budget)).hasSize(4);
            var later = WholeLedger.toldBy(ledger);
            ledger.stop();

            var back = MoveRun.to("postgresql", server, "--ledger.data-dir=" + ledger.home());
            assertThat(back.exit()).as(back.said()).isEqualTo(0);
            assertThat(back.said()).contains("Moved: %,d events in ".formatted(stored + 1));

            ledger.restart(Map.of());
            assertThat(WholeLedger.toldBy(ledger)).isEqualTo(later);
            assertThat(events(ledger)).isEqualTo(stored + 1);
            spend(ledger, budget, UUID.randomUUID().toString(), 8_000);
            assertThat(balance(ledger, budget)).isEqualTo(90_000);
            ledger.stop();

            // Packs of closed periods are in the old database only, so a new one is not where this ledger can go on.
            var astray = MoveRun.to("postgresql", server, "--ledger.data-dir=" + elsewhere);
            assertThat(astray.exit()).isEqualTo(1);
            assertThat(astray.said()).contains("The database has no whole pack of the period from");
        }
    }

    @Test
    void a_ledger_moves_on_to_a_new_database_with_every_byte_as_it_was() {
        try (var server = new AxonServerStandIn();
                var ledger = RunningLedger.start(Map.of())) {
            ledger.setClock(LATER);
            var budget = officer(ledger).openBudgetWith(100_000);
            spend(ledger, budget, UUID.randomUUID().toString(), 1_250);
            var rows = rows(ledger);
            assertThat(rows).hasSize(3);
            var before = WholeLedger.toldBy(ledger);
            ledger.stop();

            assertThat(MoveRun.to("axonserver", server, "--ledger.data-dir=" + ledger.home())
                            .exit())
                    .isEqualTo(0);
            assertThat(MoveRun.to("postgresql", server, "--ledger.data-dir=" + elsewhere)
                            .exit())
                    .isEqualTo(0);

            ledger.restart(Map.of("ledger.data-dir", elsewhere.toString()));
            LedgerClient.eventually(() ->
                    officer(ledger).get("/v1/budgets/" + budget + "/balance").status() == 200);
            assertThat(rows(ledger)).isEqualTo(rows);
            assertThat(WholeLedger.toldBy(ledger)).isEqualTo(before);
        }
    }

    @Test
    void the_ledger_does_not_start_where_its_events_no_longer_are_nor_where_not_all_of_them_are_yet() {
        try (var server = new AxonServerStandIn();
                var ledger = RunningLedger.start(Map.of())) {
            officer(ledger).openBudgetWith(100_000);
            var jdbc = ledger.bean(JdbcClient.class);
            // As a move leaves it that was killed half way.
            jdbc.sql("INSERT INTO ledger_move (moved_to, begun_at) VALUES ('axonserver', now())")
                    .update();
            assertThatThrownBy(() -> ledger.restart(server.settings("too-early")))
                    .hasRootCauseInstanceOf(EventsElsewhere.class)
                    .hasStackTraceContaining("is not finished: they are still in PostgreSQL");
            ledger.restart(Map.of());
            ledger.stop();

            assertThat(MoveRun.to("axonserver", server, "--ledger.data-dir=" + ledger.home())
                            .exit())
                    .isEqualTo(0);

            assertThatThrownBy(() -> ledger.restart(Map.of()))
                    .hasRootCauseInstanceOf(EventsElsewhere.class)
                    .hasStackTraceContaining("The ledger's events were moved to Axon Server");
            var again = MoveRun.to("axonserver", server, "--ledger.data-dir=" + ledger.home());
            assertThat(again.exit()).isEqualTo(0);
            assertThat(again.said()).contains("live in Axon Server already");
            ledger.restart(server.settings("in-time"));
        }
    }

    @Test
    void what_a_view_could_not_take_in_is_met_again_after_the_move_and_parked_once_if_it_still_cannot_be() {
        try (var server = new AxonServerStandIn();
                var ledger = RunningLedger.start(Map.of())) {
            var budget = officer(ledger).openBudgetWith(100_000);
            spend(ledger, budget, UUID.randomUUID().toString(), 1_250);
            assertThat(sumInPostgres(ledger, budget, GOOD, BAD)).isEqualTo(1);
            rebuild(ledger);
            // The sum, and the spend behind it.
            LedgerClient.eventually(() -> parked(ledger) == 2);
            assertThat(sumInPostgres(ledger, budget, BAD, GOOD)).isEqualTo(1);
            ledger.stop();

            assertThat(MoveRun.to("axonserver", server, "--ledger.data-dir=" + ledger.home())
                            .exit())
                    .isEqualTo(0);

            server.alter(budget, 1, payload(GOOD, BAD));
            ledger.restart(server.settings("parking"));
            LedgerClient.eventually(() -> parked(ledger) == 2);
            server.alter(budget, 1, payload(BAD, GOOD));
            rebuild(ledger);
            LedgerClient.eventually(() ->
                    officer(ledger).get("/v1/budgets/" + budget + "/balance").status() == 200);
            assertThat(balance(ledger, budget)).isEqualTo(98_750);
            assertThat(parked(ledger)).isEqualTo(0);
        }
    }

    private static int sumInPostgres(RunningLedger ledger, String budget, String from, String to) {
        return Objects.requireNonNull(ledger.bean(TransactionTemplate.class).execute(_ -> {
            var jdbc = ledger.bean(JdbcClient.class);
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            return jdbc.sql("""
                            UPDATE DomainEventEntry SET payload = convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8')
                            WHERE aggregateIdentifier = ? AND sequenceNumber = 1""").params(from, to, budget).update();
        }));
    }

    private static UnaryOperator<Event> payload(String from, String to) {
        return event -> event.toBuilder()
                .setPayload(event.getPayload().toBuilder()
                        .setData(ByteString.copyFromUtf8(
                                event.getPayload().getData().toStringUtf8().replace(from, to))))
                .build();
    }

    private static void rebuild(RunningLedger ledger) {
        assertThat(LedgerClient.operator(ledger)
                        .post("/v1/operations/projections/budgets/rebuild", "")
                        .status())
                .isEqualTo(202);
    }

    private static int parked(RunningLedger ledger) {
        return LedgerClient.operator(ledger)
                .get("/v1/operations/projections/budgets/dead-letters")
                .body()
                .size();
    }

    private static void readTheBook(RunningLedger ledger) throws Throwable {
        var host = new ScenarioHost() {
            @Override
            public URI baseUri() {
                return ledger.baseUri();
            }

            @Override
            public void setClock(Instant at) {
                ledger.setClock(at);
            }
        };
        for (var scenario : ScenarioBook.on(host).toList()) {
            scenario.getExecutable().execute();
        }
    }

    private static LedgerClient officer(RunningLedger ledger) {
        return LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
    }

    private static Object spend(RunningLedger ledger, String budget, String key, long pence) {
        return officer(ledger)
                .post("/v1/budgets/" + budget + "/spends", key, """
                        {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""".formatted(pence))
                .accepted()
                .body();
    }

    private static long balance(RunningLedger ledger, String budget) {
        return officer(ledger).get("/v1/budgets/" + budget + "/balance").number("balancePence");
    }

    private static long events(RunningLedger ledger) {
        return ledger.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM DomainEventEntry")
                .query(Long.class)
                .single();
    }

    /** All that is stored of every event but its place in the database, bytes as text. */
    private static List<Map<String, Object>> rows(RunningLedger ledger) {
        return ledger.bean(JdbcClient.class).sql("""
                        SELECT aggregateIdentifier, sequenceNumber, type, eventIdentifier, timeStamp, payloadType, payloadRevision,
                            encode(payload, 'escape') AS payload, convert_from(metaData, 'UTF8')::jsonb::text AS metaData
                        FROM DomainEventEntry ORDER BY globalIndex""").query().listOfRows();
    }
}
