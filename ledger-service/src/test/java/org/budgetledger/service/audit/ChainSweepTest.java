package org.budgetledger.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.Logged;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.Scrape;
import org.budgetledger.service.operations.MeterRounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R5: all chains are verified again and again, whoever reads them or not, and an operator sees what came of it. */
class ChainSweepTest {
    private static final String CHAINS = "/v1/operations/chains";

    /** So slow that whatever begins by itself is held back after what is verified at once. */
    private static final RunningLedger LEDGER =
            RunningLedger.start(Map.of("ledger.chain-sweep.events-per-second", "1"));

    private LedgerClient operator = LedgerClient.operator(LEDGER);

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void one_request_has_every_chain_verified() {
        budgetOfThree();
        budgetOfThree();

        var sweep = swept().required("lastSweep");

        assertThat(sweep.required("askedFor").booleanValue()).isTrue();
        assertThat(sweep.required("streams").longValue()).isEqualTo(count("DISTINCT aggregateIdentifier"));
        assertThat(sweep.required("eventsVerified").longValue()).isEqualTo(count("*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payload   | '\"amountPence\":700' | '\"amountPence\":701' | its content does not match its hash",
                "payload   | '\"amountPence\":700' | '\"amountPence\":}700' | its content cannot be read",
                "metaData  | '{'                   | '['                   | what is stored of it cannot be read",
                "timeStamp | '20'                  | 'twenty '             | what is stored of it cannot be read"
            })
    void a_broken_chain_is_named_logged_and_counted_until_it_holds_again(
            String column, String was, String is, String finding) {
        var budget = budgetOfThree();
        budgetOfThree();
        tamper(column, was, is, budget);
        try (var log = new Logged(LEDGER)) {
            var chains = swept();

            assertThat(chains.required("brokenChains").longValue()).isEqualTo(1);
            var broken = chains.required("broken").required(0);
            assertThat(broken.required("streamId").textValue()).isEqualTo(budget);
            assertThat(broken.required("kind").textValue()).isEqualTo("Budget");
            assertThat(broken.required("firstBadVersion").longValue()).isEqualTo(3);
            assertThat(broken.required("finding").textValue()).isEqualTo("At version 3: " + finding + ".");
            assertThat(log.console().lines())
                    .anyMatch(line -> line.contains("ERROR")
                            && line.contains("the chain of Budget " + budget + " is broken. At version 3: "));
            assertThat(figure("ledger_chains_broken")).isEqualTo(1);
            // Two of the three events of the broken one fit.
            assertThat(chains.at("/lastSweep/eventsVerified").longValue()).isEqualTo(count("*") - 1);
        } finally {
            tamper(column, is, was, budget);
        }

        assertThat(swept().required("brokenChains").longValue()).isZero();
        assertThat(figure("ledger_chains_broken")).isZero();
        assertThat(figure("ledger_chain_sweep_completed_seconds"))
                .isEqualTo(jdbc().sql("SELECT floor(extract(epoch FROM max(completed_at))) FROM chain_sweep")
                        .query(Double.class)
                        .single());
    }

    @Test
    void a_sweep_that_was_broken_off_goes_on_where_it_was_after_a_restart() {
        budgetOfThree();
        budgetOfThree();
        swept();
        var streams = jdbc().sql("SELECT DISTINCT aggregateIdentifier FROM DomainEventEntry ORDER BY 1")
                .query(String.class)
                .list();
        var last = streams.getLast();
        var lastButOne = streams.get(streams.size() - 2);
        // As a node leaves it that dies with one stream to go; it is not taken up before the restart.
        jdbc().sql("""
                INSERT INTO chain_sweep (asked_for, after_stream, streams, events, not_before)
                VALUES (true, ?::uuid, 1000, 5000, now() + interval '3 s')
                """).param(lastButOne).update();

        LEDGER.restart();
        operator = LedgerClient.operator(LEDGER);

        var sweep = onceDone().required("lastSweep");
        assertThat(sweep.required("streams").longValue()).isEqualTo(1_001);
        assertThat(sweep.required("eventsVerified").longValue())
                .isEqualTo(5_000
                        + jdbc().sql("SELECT count(*) FROM DomainEventEntry WHERE aggregateIdentifier = ?")
                                .param(last)
                                .query(Long.class)
                                .single());
    }

    @Test
    void while_one_node_has_the_sweep_no_other_touches_it() {
        budgetOfThree();
        swept();
        jdbc().sql("INSERT INTO chain_sweep (asked_for, not_before) VALUES (true, now() + interval '2 s')")
                .update();
        LEDGER.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            jdbc().sql("SELECT number FROM chain_sweep WHERE completed_at IS NULL FOR UPDATE")
                    .query(Long.class)
                    .single();
            pause(6_000);
            assertThat(operator.get(CHAINS).body().at("/sweepGoingOn/streams").longValue())
                    .isZero();
        });

        assertThat(onceDone().at("/lastSweep/streams").longValue()).isPositive();
    }

    @Test
    void what_begins_by_itself_keeps_its_pace_and_gives_way_to_who_asks() {
        budgetOfThree();
        swept();
        jdbc().sql("UPDATE chain_sweep SET begun_at = begun_at - interval '25 h'")
                .update();

        LedgerClient.eventually(() ->
                operator.get(CHAINS).body().at("/sweepGoingOn/eventsVerified").longValue() > 0);

        var events =
                operator.get(CHAINS).body().at("/sweepGoingOn/eventsVerified").longValue();
        assertThat(events).isEqualTo(count("*"));
        // At one event a second.
        assertThat(jdbc().sql("""
                        SELECT floor(extract(epoch FROM not_before - begun_at)) FROM chain_sweep WHERE completed_at IS NULL
                        """).query(Long.class).single()).isGreaterThanOrEqualTo(events);
        assertThat(swept().at("/lastSweep/askedFor").booleanValue()).isTrue();
    }

    @Test
    void an_audit_trail_that_does_not_know_every_stream_yet_is_waited_for() {
        budgetOfThree();
        swept();
        var audit = LEDGER.bean(EventProcessingConfiguration.class)
                .eventProcessor("audit", StreamingEventProcessor.class)
                .orElseThrow();
        audit.shutDown();
        try {
            budgetOfThree();
            operator.post(CHAINS + "/sweep", "");
            pause(8_000);
            assertThat(operator.get(CHAINS).body().at("/sweepGoingOn/streams").longValue())
                    .isZero();
        } finally {
            audit.start();
        }

        assertThat(onceDone().at("/lastSweep/eventsVerified").longValue()).isEqualTo(count("*"));
    }

    @Test
    void it_takes_the_operators_scope() {
        var auditor = LedgerClient.as(LEDGER, "AUDITOR", "a.audit");

        assertThat(auditor.get(CHAINS).status()).isEqualTo(403);
        assertThat(auditor.post(CHAINS + "/sweep", "").status()).isEqualTo(403);
    }

    /** Has everything verified, and waits for it. */
    private JsonNode swept() {
        var asked = operator.post(CHAINS + "/sweep", "");
        assertThat(asked.status()).isEqualTo(202);
        return onceDone();
    }

    private JsonNode onceDone() {
        var chains = new ArrayList<JsonNode>();
        LedgerClient.eventually(() -> {
            chains.add(operator.get(CHAINS).body());
            return chains.getLast().required("sweepGoingOn").isNull();
        });
        return chains.getLast();
    }

    private static double figure(String name) {
        LEDGER.bean(MeterRounds.class).round();
        return Scrape.of(LEDGER).figure(name, "").orElseThrow();
    }

    private static long count(String what) {
        return jdbc().sql("SELECT count(" + what + ") FROM DomainEventEntry")
                .query(Long.class)
                .single();
    }

    /** A budget of three events, the last of which is a spend of £7.00. */
    private static String budgetOfThree() {
        var officer = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
        var budget = officer.openBudgetWith(100_000);
        officer.post("/v1/budgets/" + budget + "/spends", """
                        {"stream": "SOCIAL_CARE", "amountPence": 700, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""").accepted();
        return budget;
    }

    /** As the database's owner might, with the guard switched off. */
    private static void tamper(String column, String was, String is, String budget) {
        var sql = column.equals("timeStamp")
                ? "timeStamp = regexp_replace(timeStamp, '^' || ?, ?)"
                : "%1$s = convert_to(regexp_replace(convert_from(%1$s, 'UTF8'), '***=' || ?, ?), 'UTF8')"
                        .formatted(column);
        LEDGER.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            jdbc().sql("SET LOCAL session_replication_role = replica").update();
            assertThat(jdbc().sql("UPDATE DomainEventEntry SET " + sql
                                    + " WHERE aggregateIdentifier = ? AND sequenceNumber = 2")
                            .params(was, is, budget)
                            .update())
                    .isEqualTo(1);
        });
    }

    private static JdbcClient jdbc() {
        return LEDGER.bean(JdbcClient.class);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
