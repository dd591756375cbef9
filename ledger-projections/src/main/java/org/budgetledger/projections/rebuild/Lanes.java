package org.budgetledger.projections.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.budgetledger.projections.rebuild.Lane.SetAside;
import org.budgetledger.projections.stream.Projecting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lanes that write side by side, each stream in one of them. */
final class Lanes implements AutoCloseable {
    private static final int LANES = 2;

    /** Events a transaction: enough that each costs little, and few enough to hold those of all lanes in memory. */
    private static final int EVENTS_AT_ONCE = 5_000;

    private final class Gathering {
        private final Lane lane;
        private final ExecutorService thread;
        private List<DomainEventMessage<?>> gathered = new ArrayList<>();
        private @Nullable Future<?> writing;

        private Gathering(Lane lane, ExecutorService thread) {
            this.lane = lane;
            this.thread = thread;
        }

        private void add(DomainEventMessage<?> message) throws InterruptedException {
            gathered.add(message);
            if (gathered.size() == EVENTS_AT_ONCE) {
                write();
            }
        }

        private void write() throws InterruptedException {
            settle();
            var events = gathered;
            gathered = new ArrayList<>();
            writing = thread.submit(() -> shadow.write(() -> lane.load(events)));
        }

        private void finish() throws InterruptedException {
            write();
            settle();
            writing = thread.submit(() -> shadow.write(lane::finish));
        }

        private void settle() throws InterruptedException {
            if (writing != null) {
                try {
                    writing.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the events could not be written: " + e.getCause(), e.getCause());
                }
            }
        }
    }

    private final Shadow shadow;
    private final List<Gathering> lanes = new ArrayList<>();

    Lanes(Projecting projecting, Shadow shadow, JdbcTemplate jdbc) {
        this.shadow = shadow;
        for (var i = 1; i <= LANES; i++) {
            var name = "rebuild-" + projecting.projection().group() + "-" + i;
            lanes.add(new Gathering(
                    new Lane(projecting, jdbc),
                    Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().daemon().name(name).factory())));
        }
    }

    void add(DomainEventMessage<?> message) throws InterruptedException {
        laneOf(message).add(message);
    }

    /** Waits until everything that was added is stored. */
    void drain() throws InterruptedException {
        for (var lane : lanes) {
            lane.finish();
        }
        for (var lane : lanes) {
            lane.settle();
        }
    }

    /** Writes events in the transaction that is open, in this thread; the lanes must have been drained. */
    void writeHere(List<DomainEventMessage<?>> messages) {
        for (var lane : lanes) {
            lane.lane.write(messages.stream().filter(m -> laneOf(m) == lane).toList());
        }
    }

    /** What was set aside, by stream and place in it. */
    Map<UUID, NavigableMap<Long, SetAside>> setAside() {
        var all = new HashMap<UUID, NavigableMap<Long, SetAside>>();
        lanes.forEach(lane -> all.putAll(lane.lane.setAside()));
        return all;
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.thread.shutdownNow());
    }

    private Gathering laneOf(DomainEventMessage<?> message) {
        return lanes.get(Math.floorMod(message.getAggregateIdentifier().hashCode(), LANES));
    }
}
