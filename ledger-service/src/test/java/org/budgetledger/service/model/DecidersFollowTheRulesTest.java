package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the deciders and through a naive model of the rules. {@code -Dmodel.histories} runs more of them,
 * {@code -Dmodel.seed} starts from (and, with one history, replays) a seed that a failure printed.
 */
class DecidersFollowTheRulesTest {
    private static final int HISTORIES = 10_000;

    @Test
    void whatever_is_asked_in_whatever_order_the_deciders_answer_as_the_rules_do() {
        var seed = Long.getLong("model.seed");
        var first = seed == null ? 1 : seed;
        var histories = Integer.getInteger("model.histories", seed == null ? HISTORIES : 1);
        var disagreement = LongStream.range(first, first + histories)
                .parallel()
                .mapToObj(Histories::disagreement)
                .filter(Objects::nonNull)
                .findFirst();
        assertThat(disagreement).isEmpty();
    }
}
