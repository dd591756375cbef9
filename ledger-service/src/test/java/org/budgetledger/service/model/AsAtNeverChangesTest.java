package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.BudgetEvent;
import org.junit.jupiter.api.Test;

/** R26, over the histories that the deciders are compared by: what is appended later changes nothing that was known before. */
class AsAtNeverChangesTest {
    private static final int HISTORIES = 10_000;

    @Test
    void what_was_known_at_a_version_is_the_same_whatever_is_recorded_after_it() {
        LongStream.rangeClosed(1, HISTORIES).parallel().forEach(seed -> {
            var streams = new LinkedHashMap<StreamId, AsKnownBefore>();
            play(seed, streams);
            streams.forEach((stream, known) ->
                    assertThat(known.changed()).as("seed %s, %s", seed, stream).isNull());
        });
    }

    private static void play(long seed, Map<StreamId, AsKnownBefore> streams) {
        var model = new ModelLedger();
        var generator = new HistoryGenerator(Cases.random(seed), model);
        while (generator.hasNext()) {
            var step = generator.next();
            var answer = model.answer(
                    step.command(), step.context().actor(), step.context().recordedAt());
            for (var happening : answer.refused() ? List.<Happening>of() : answer.happenings()) {
                if (happening.event() instanceof BudgetEvent event) {
                    streams.computeIfAbsent(happening.stream(), _ -> new AsKnownBefore())
                            .append(event);
                }
            }
        }
    }
}
