package org.budgetledger.service.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.batch.RandomCommands.One;
import org.junit.jupiter.api.Test;

/**
 * Commands at random, from a printed seed ({@code -Dbatch.seed=…} runs one again), in batches to one ledger and alone to
 * another: both answer the same and store the same.
 */
class BatchesAndSinglesTest {
    private static final int BATCHES = 5;
    private static final int COMMANDS = 60;

    /** What is stored of one event, but for when and for what follows from that. */
    private record Stored(long version, Object event, Object of) {}

    private final long seed = Long.getLong("batch.seed", new Random().nextLong());

    @Test
    void batches_leave_the_streams_that_their_commands_leave_when_they_are_sent_alone() {
        System.out.println("batch.seed=" + seed);
        var commands = new RandomCommands(seed);
        try (var other = RunningLedger.start(Map.of())) {
            var batching = LedgerClient.as(RunningLedger.shared(), "ALLOCATOR", "j.okafor");
            var alone = LedgerClient.as(other, "ALLOCATOR", "j.okafor");
            var accepted = 0L;
            var answersInBatches = new ArrayList<String>();
            var answersAlone = new ArrayList<String>();
            for (var i = 0; i < BATCHES; i++) {
                var next = commands.next(COMMANDS);
                var answer = batching.post(
                        "/v1/batches",
                        BatchTest.batch(false, next.stream().map(One::batched).toArray(String[]::new)));
                accepted += answer.number("accepted");
                answer.body()
                        .required("results")
                        .forEach(result -> answersInBatches.add(result.required("status") + " "
                                + result.at("/problem/code").asText()
                                + result.at("/answer/version").asText()));
                next.forEach(one -> answersAlone.add(inShort(alone.post(one.post(), one.id(), one.body()))));
            }

            assertThat(answersInBatches).as("batch.seed=" + seed).isEqualTo(answersAlone);
            assertThat(stored(RunningLedger.shared(), commands.streams()))
                    .as("batch.seed=" + seed)
                    .isEqualTo(stored(other, commands.streams()));
            // It says something only while some are accepted and some are not.
            assertThat(accepted).isBetween(BATCHES * COMMANDS / 10L, BATCHES * COMMANDS * 9L / 10);
        }
    }

    private static String inShort(LedgerClient.Answer answer) {
        return answer.status() + " " + answer.body().path("code").asText()
                + answer.body().path("version").asText();
    }

    private static Map<String, List<Stored>> stored(RunningLedger ledger, List<String> streams) {
        var store = ledger.bean(EventStore.class);
        var all = new HashMap<String, List<Stored>>();
        for (var stream : streams) {
            all.put(
                    stream,
                    store.readEvents(stream, 0)
                            .asStream()
                            .map(message -> new Stored(
                                    message.getSequenceNumber() + 1,
                                    message.getPayload(),
                                    message.getMetaData().subset("commandId", "commandDigest", "actor", "role")))
                            .toList());
        }
        return all;
    }
}
