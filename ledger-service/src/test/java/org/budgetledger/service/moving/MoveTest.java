package org.budgetledger.service.moving;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.axoniq.axonserver.grpc.event.Event;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.budgetledger.service.LedgerApplication;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.axonserver.AxonServerStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What stops a move, and what a move that was stopped leaves behind: nothing is lost, doubled or mixed with anything else. */
class MoveTest {
    /** Two budgets are opened and given money, and one spends so many times. */
    private static final int SPENDS = 60;

    private static final int EVENTS = 4 + SPENDS;

    @TempDir
    private static Path home;

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static EmbeddedPostgres postgres;
    private static SomeIssuer issuer;
    private static String spender;
    private static String saver;

    private final AxonServerStandIn server = new AxonServerStandIn();

    @BeforeAll
    static void fill() throws Exception {
        issuer = new SomeIssuer(home);
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("server"))
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .start();
        database("postgres").sql("CREATE DATABASE filled").update();
        database("postgres").sql("CREATE DATABASE other").update();
        try (var ledger = ledgerOn("filled")) {
            var officer = officer(ledger);
            spender = officer.openBudgetWith(100_000);
            saver = officer.openBudgetWith(50_000);
            for (var i = 0; i < SPENDS; i++) {
                spend(officer);
            }
            // The audit trail has followed both to their ends.
            for (var budget : List.of(spender, saver)) {
                assertThat(officer.get("/v1/budgets/" + budget + "/events").status())
                        .isEqualTo(200);
            }
            ledger.restart(settings("other"));
            officer(ledger).openBudgetWith(1);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void a_source_that_was_tampered_with_is_reported_stream_by_stream_and_nothing_is_moved() {
        var source = copyOf("filled");
        behindTheBack(source, """
                UPDATE DomainEventEntry SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '50000', '50001'), 'UTF8')
                WHERE aggregateIdentifier = '%s' AND sequenceNumber = 1""".formatted(saver));

        var move = toAxonServer(source);

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .contains(
                        "1 of 2 chains in PostgreSQL are not whole",
                        saver + ", at version 2: its content does not match its hash.",
                        "Nothing was moved.");
        assertThat(server.size()).isZero();
    }

    @Test
    void a_source_whose_end_was_taken_away_is_found_out_by_what_the_audit_trail_has_seen() {
        var source = copyOf("filled");
        behindTheBack(
                source,
                "DELETE FROM DomainEventEntry WHERE aggregateIdentifier = '%s' AND sequenceNumber >= 40"
                        .formatted(spender));
        behindTheBack(source, "DELETE FROM DomainEventEntry WHERE aggregateIdentifier = '%s'".formatted(saver));

        var move = toAxonServer(source);

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .contains(
                        "2 of 2 chains in PostgreSQL are not whole",
                        "%s, at version 41: versions up to %d were seen before, and are gone."
                                .formatted(spender, 2 + SPENDS),
                        "%s, at version 1: versions up to 2 were seen before, and are gone.".formatted(saver));
        assertThat(server.size()).isZero();
    }

    @Test
    void a_target_with_events_of_another_ledger_is_refused() {
        assertThat(toAxonServer(copyOf("other")).exit()).isEqualTo(0);

        var move = toAxonServer(copyOf("filled"));

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .contains("Axon Server holds other events than PostgreSQL", "they differ in which event stands there");
        assertThat(server.size()).isEqualTo(2);
    }

    @Test
    void a_target_on_which_one_of_the_same_events_was_changed_is_refused() {
        assertThat(toAxonServer(copyOf("filled")).exit()).isEqualTo(0);
        // Not under the hash, and yet part of the event.
        server.alter(
                spender,
                7,
                event -> event.toBuilder().setMessageIdentifier("forged").build());

        var move = toAxonServer(copyOf("filled"));

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said()).contains("version 8 of " + spender, "they differ in its identifier");
        assertThat(server.size()).isEqualTo(EVENTS);
    }

    @Test
    void a_target_that_has_gone_further_than_the_source_is_refused() {
        assertThat(toAxonServer(copyOf("filled")).exit()).isEqualTo(0);
        var older = copyOf("filled");
        behindTheBack(
                older,
                "DELETE FROM DomainEventEntry WHERE aggregateIdentifier = '%s' AND sequenceNumber >= 40"
                        .formatted(spender));
        // A copy from before, whose views are from before as well.
        behindTheBack(older, "DELETE FROM stream_head");

        var move = toAxonServer(older);

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .contains("Axon Server holds events that PostgreSQL does not: the first is version 41 of " + spender);
    }

    @Test
    void two_events_of_one_identifier_do_not_go_back_to_postgresql_and_both_are_named() {
        var source = copyOf("filled");
        assertThat(toAxonServer(source).exit()).isEqualTo(0);
        var used = server.events(spender).getFirst().getMessageIdentifier();
        server.alter(
                saver, 0, event -> event.toBuilder().setMessageIdentifier(used).build());
        var target = empty();

        var move = MoveRun.to("postgresql", server, url(target));

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .contains("version 1 of " + spender + " and version 1 of " + saver + " have one and the same, " + used);
        assertThat(events(target)).isZero();
    }

    /** In a process of its own: in this one the ledger's clocks stand, and claims are renewed by the clock. */
    @Test
    void a_move_does_not_begin_while_a_node_is_running_and_does_once_it_was_killed() throws Exception {
        var source = copyOf("filled");
        var node = processOfItsOwn(
                url(source),
                "--" + SomeIssuer.SETTING + "=" + issuer.publicKey(),
                "--server.port=0",
                "--logging.level.root=warn");
        try {
            // Both halves of the three projections.
            LedgerClient.eventually(() -> claims(source) == 6, Duration.ofMinutes(2));

            var early = toAxonServer(source);

            assertThat(early.exit()).as(early.said()).isEqualTo(1);
            assertThat(early.said()).contains("A node of the ledger is running (" + node.pid() + "@");
            assertThat(server.size()).isZero();
        } finally {
            node.destroyForcibly().onExit().join();
        }
        // Nobody has let go of them.
        assertThat(claims(source)).isEqualTo(6);
        var move = toAxonServer(source);
        assertThat(move.exit()).as(move.said()).isEqualTo(0);
        assertMoved();
    }

    @Test
    void a_target_that_is_away_is_said_to_be_before_anything_is_done() {
        var source = copyOf("filled");
        server.goAway();

        var move = toAxonServer(source);
        var nowhere = MoveRun.to("nowhere", server, url(source));

        server.comeBack();
        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said())
                .startsWith("Axon Server at " + server.address() + " did not do what it was asked to (UNAVAILABLE");
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.said())
                .startsWith("The events can be moved to axonserver or to postgresql, not to \"nowhere\".");
        assertThat(server.size()).isZero();
    }

    @Test
    void a_target_that_fails_half_way_holds_the_beginning_and_the_next_move_goes_on_from_there() {
        var source = copyOf("filled");
        server.whenHolding(20, () -> server.loseEveryRace(true));

        var broken = toAxonServer(source, "--ledger.move.events-per-transaction=10");

        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.said()).contains("Axon Server at " + server.address() + " did not do what it was asked to");
        assertThat(server.size()).isEqualTo(20);

        server.loseEveryRace(false);
        var move = toAxonServer(source);
        assertThat(move.exit()).as(move.said()).isEqualTo(0);
        assertThat(move.said())
                .contains("holds already: 20 events", "Appending to Axon Server: %d events".formatted(EVENTS - 20));
        assertMoved();
    }

    @Test
    void killed_half_way_the_events_are_where_they_were_and_can_be_added_to_and_all_of_them_moved_later()
            throws Exception {
        var source = copyOf("filled");
        var process = new CompletableFuture<Process>();
        server.whenHolding(23, () -> process.join().destroyForcibly().onExit().join());
        process.complete(processOfItsOwn(
                MoveRun.arguments("axonserver", server, url(source), "--ledger.move.events-per-transaction=1")));

        assertThat(process.join().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.join().exitValue()).isNotIn(0, 1);
        // The 23rd was stored, and nobody heard of it.
        assertThat(server.size()).isEqualTo(23);

        try (var ledger = ledgerOn(source)) {
            spend(officer(ledger));
        }
        var move = toAxonServer(source);
        assertThat(move.exit()).as(move.said()).isEqualTo(0);
        assertThat(move.said())
                .contains("holds already: 23 events", "Moved: %d events in 2 streams".formatted(EVENTS + 1));
        assertThat(server.size()).isEqualTo(EVENTS + 1);
        assertThat(server.events(spender).stream().map(Event::getAggregateSequenceNumber))
                .doesNotHaveDuplicates()
                .hasSize(2 + SPENDS + 1);
    }

    @Test
    void a_source_that_somebody_writes_to_meanwhile_is_found_out() {
        var source = copyOf("filled");
        // A transaction that was under way when the reading began, numbered before what is read and committed after it.
        server.whenHolding(EVENTS, () -> behindTheBack(source, """
                INSERT INTO DomainEventEntry (globalIndex, aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData,
                    payload, payloadType, timeStamp)
                SELECT 0, aggregateIdentifier, 1000, type, 'late', metaData, payload, payloadType, timeStamp
                FROM DomainEventEntry WHERE aggregateIdentifier = '%s' AND sequenceNumber = 1""".formatted(saver)));

        var move = toAxonServer(source);

        assertThat(move.exit()).isEqualTo(1);
        assertThat(move.said()).contains("Something writes to one of them");
        assertThat(database(source)
                        .sql("SELECT count(*) FROM ledger_move WHERE finished_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void assertMoved() {
        assertThat(server.size()).isEqualTo(EVENTS);
        assertThat(server.events(spender)).hasSize(2 + SPENDS);
        assertThat(server.events(saver)).hasSize(2);
    }

    private MoveRun toAxonServer(String source, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add(url(source));
        return MoveRun.to("axonserver", server, all.toArray(String[]::new));
    }

    private static Process processOfItsOwn(String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LedgerApplication.class.getName()));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("process.log").toFile())
                .start();
    }

    private static long claims(String database) {
        return database(database)
                .sql("SELECT count(*) FROM TokenEntry WHERE owner IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private static String copyOf(String template) {
        var name = "copy" + COPIES.incrementAndGet();
        database("postgres")
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template)
                .update();
        return name;
    }

    private static String empty() {
        return copyOf("template0");
    }

    private static String url(String database) {
        return "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", database);
    }

    private static JdbcClient database(String name) {
        return JdbcClient.create(new DriverManagerDataSource(postgres.getJdbcUrl("postgres", name)));
    }

    private static long events(String database) {
        return database(database)
                .sql("SELECT count(*) FROM DomainEventEntry")
                .query(Long.class)
                .single();
    }

    /** As the database's owner might, with the guard switched off. */
    private static void behindTheBack(String database, String sql) {
        database(database)
                .sql("ALTER TABLE DomainEventEntry DISABLE TRIGGER append_only")
                .update();
        assertThat(database(database).sql(sql).update()).isPositive();
    }

    private static Map<String, String> settings(String database) {
        return Map.of(
                "spring.datasource.url",
                postgres.getJdbcUrl("postgres", database),
                SomeIssuer.SETTING,
                issuer.publicKey());
    }

    private static RunningLedger ledgerOn(String database) {
        return RunningLedger.start(settings(database));
    }

    private static LedgerClient officer(RunningLedger ledger) {
        try {
            return LedgerClient.withToken(ledger, issuer.token("ALLOCATOR", "j.okafor"));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spend(LedgerClient officer) {
        officer.post("/v1/budgets/" + spender + "/spends", """
                        {"stream": "SOCIAL_CARE", "amountPence": 125, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""").accepted();
    }
}
