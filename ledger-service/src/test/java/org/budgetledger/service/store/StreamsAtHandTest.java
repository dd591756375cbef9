package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.junit.jupiter.api.Test;

/** The latest streams stay at hand through collections of garbage; those before them do not. */
class StreamsAtHandTest {
    private final StreamsAtHand streams = new StreamsAtHand();

    @Test
    void the_latest_streams_stay_and_the_one_that_was_left_alone_longest_goes() {
        IntStream.rangeClosed(0, StreamsAtHand.MAX_STREAMS).forEach(i -> {
            streams.put(i, new byte[1]);
            // Used again and again, and so never the eldest.
            assertThat(streams.<Integer, byte[]>get(0)).isNotNull();
        });

        LedgerClient.eventually(() -> {
            System.gc();
            return !streams.containsKey(1);
        });

        assertThat(streams.containsKey(0)).isTrue();
        assertThat(IntStream.rangeClosed(2, StreamsAtHand.MAX_STREAMS)).allMatch(streams::containsKey);
    }

    @Test
    void a_stream_that_is_evicted_is_gone_at_once() {
        streams.put("budget", new byte[1]);

        streams.remove("budget");

        assertThat(streams.<String, byte[]>get("budget")).isNull();
    }
}
