package org.budgetledger.projections.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.budgetledger.projections.stream.Batch;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.DatabaseFailures;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Rows;
import org.budgetledger.projections.stream.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the events of some streams, in their order. One that cannot be taken in is set aside with the later ones of its
 * stream, as the processors park them.
 */
final class Lane {
    /** An event that is set aside; only the first of a stream has a cause. */
    record SetAside(DomainEventMessage<?> message, @Nullable Throwable cause) {}

    /** As much as a queue of parked events would hold anyway; beyond it the fault is the projection's, not the events'. */
    private static final int MAX_SET_ASIDE = 100_000;

    /** Sums and heads that are kept until they are written: tens of megabytes. */
    private static final int MAX_TOTALS = 50_000;

    private record Taken(DomainEventMessage<?> message, Recorded recorded, Changes changes) {}

    private final Projecting projecting;
    private final JdbcTemplate jdbc;
    private final Map<UUID, NavigableMap<Long, SetAside>> setAside = new HashMap<>();
    private final Totals totals;
    private int events;

    Lane(Projecting projecting, JdbcTemplate jdbc) {
        this.projecting = projecting;
        this.jdbc = jdbc;
        this.totals = new Totals(projecting.projection());
    }

    Map<UUID, NavigableMap<Long, SetAside>> setAside() {
        return setAside;
    }

    /** Writes the rows of events that come for the first time; what they come to is kept for {@link #finish}. */
    void load(List<DomainEventMessage<?>> messages) {
        write(messages, this::loadRows);
        if (totals.size() > MAX_TOTALS) {
            finish();
        }
    }

    /** Writes what the loaded events come to. */
    void finish() {
        totals.flush(jdbc);
    }

    /** Writes events whole, in a transaction that may yet be undone; it comes to the same however often. */
    void write(List<DomainEventMessage<?>> messages) {
        write(messages, this::flush);
    }

    private void loadRows(List<Taken> taken) {
        Rows.load(jdbc, taken.stream().map(Taken::changes).toList());
        taken.forEach(one -> totals.add(one.recorded(), one.changes()));
    }

    private void flush(List<Taken> taken) {
        var batch = new Batch(projecting.projection(), jdbc);
        taken.forEach(one -> batch.add(one.recorded(), one.changes()));
        batch.flush();
    }

    private void write(List<DomainEventMessage<?>> messages, Consumer<List<Taken>> writing) {
        var taken = new ArrayList<Taken>(messages.size());
        for (var message : messages) {
            if (projecting.takes(message.getPayloadType()) && !follows(message)) {
                take(message, taken);
            }
        }
        // By the time the database refuses something no one event can be blamed for it.
        if (!attempt(() -> writing.accept(taken), _ -> {})) {
            for (var one : taken) {
                if (!follows(one.message())) {
                    attempt(() -> writing.accept(List.of(one)), refusal -> setAside(one.message(), refusal));
                }
            }
        }
    }

    private void take(DomainEventMessage<?> message, List<Taken> taken) {
        try {
            var recorded = Recorded.of(message);
            taken.add(new Taken(message, recorded, projecting.changes(recorded)));
        } catch (RuntimeException e) {
            setAside(message, e);
        }
    }

    /** Sets an event aside if an earlier one of its stream is. */
    private boolean follows(DomainEventMessage<?> message) {
        var earlier = setAside.get(UUID.fromString(message.getAggregateIdentifier()));
        if (earlier == null || earlier.firstKey() >= message.getSequenceNumber()) {
            return false;
        }
        setAside(message, null);
        return true;
    }

    private void setAside(DomainEventMessage<?> message, @Nullable Throwable cause) {
        if (++events > MAX_SET_ASIDE) {
            throw new IllegalStateException("more than " + MAX_SET_ASIDE + " events cannot be taken in", cause);
        }
        setAside.computeIfAbsent(UUID.fromString(message.getAggregateIdentifier()), _ -> new TreeMap<>())
                .put(message.getSequenceNumber(), new SetAside(message, cause));
    }

    private boolean attempt(Runnable writing, Consumer<RuntimeException> refused) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var savepoint = connection.setSavepoint();
            try {
                writing.run();
            } catch (RuntimeException e) {
                if (DatabaseFailures.passing(e)) {
                    // Nothing is wrong with the events.
                    throw e;
                }
                connection.rollback(savepoint);
                refused.accept(e);
                return false;
            }
            connection.releaseSavepoint(savepoint);
            return true;
        }));
    }
}
