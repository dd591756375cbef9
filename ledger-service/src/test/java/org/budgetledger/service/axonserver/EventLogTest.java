package org.budgetledger.service.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.budgetledger.service.store.PassingFailures;
import org.junit.jupiter.api.Test;

/** The stand-in refuses what Axon Server refuses, and in its words; else what rests on it would prove nothing. */
class EventLogTest {
    private final EventLog log = new EventLog();

    @Test
    void an_event_that_does_not_follow_on_in_its_stream_is_refused_as_a_lost_race() {
        log.append(List.of(event("amara", 0), event("amara", 1)));

        assertThatThrownBy(() -> log.append(List.of(event("amara", 1))))
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.OUT_OF_RANGE);
                    assertThat(refused).hasMessageContaining("[AXONIQ-2000] Invalid sequence number 1");
                    assertThat(PassingFailures.include(refused)).isTrue();
                });
        assertThatThrownBy(() -> log.append(List.of(event("amara", 3)))).hasMessageContaining("expected 2");
    }

    @Test
    void a_transaction_over_several_streams_is_stored_whole_or_not_at_all() {
        log.append(List.of(event("amara", 0)));

        assertThatThrownBy(() -> log.append(List.of(event("ben", 0), event("amara", 0))))
                .hasMessageContaining("AXONIQ-2000");

        assertThat(log.size()).isEqualTo(1);
        assertThat(log.lastSequence("ben")).isEqualTo(-1);
        log.append(List.of(event("ben", 0), event("amara", 1)));
        assertThat(log.from(0, 10)).extracting(Event::getAggregateIdentifier).containsExactly("amara", "ben", "amara");
    }

    @Test
    void snapshots_come_the_latest_first() {
        log.keepSnapshot(event("amara", 249));
        log.keepSnapshot(event("amara", 499));

        assertThat(log.snapshots("amara", 0, Long.MAX_VALUE))
                .extracting(Event::getAggregateSequenceNumber)
                .containsExactly(499L, 249L);
        assertThat(log.snapshots("amara", 0, 498)).hasSize(1);
    }

    private static Event event(String stream, long sequence) {
        return Event.newBuilder()
                .setAggregateIdentifier(stream)
                .setAggregateType("Budget")
                .setAggregateSequenceNumber(sequence)
                .build();
    }
}
