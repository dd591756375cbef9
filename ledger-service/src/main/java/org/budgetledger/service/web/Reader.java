package org.budgetledger.service.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.LongFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.api.reading.StreamQuery;
import org.budgetledger.api.reading.View;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the read side on a caller's behalf. What is shown is never older than what was stored when it was asked for: it waits
 * briefly for the projection to catch up, and answers 503 rather than a stale figure.
 */
@Component
public class Reader {
    /** Projections trail by milliseconds; a caller who must wait longer than this is better told so. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int DEFAULT_LINES = 50;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final QueryGateway queries;
    private final EventStore eventStore;
    private final Clock clock;

    public Reader(QueryGateway queries, EventStore eventStore, Clock clock) {
        this.queries = queries;
        this.eventStore = eventStore;
        this.clock = clock;
    }

    /** Today in London, which every question is asked for. */
    public LocalDate today() {
        return CivilDates.of(clock.instant());
    }

    /** Which state is asked for (R26); everything that is recorded by now where nothing is said. */
    public Moment moment(@Nullable String effectiveOn, @Nullable String knownAt) {
        return Moments.of(effectiveOn, knownAt, clock.instant());
    }

    /** A civil date in a query parameter. */
    public static @Nullable LocalDate day(String name, @Nullable String text) {
        return Moments.day(name, text);
    }

    /**
     * The answer about one stream.
     *
     * @param question makes the question, given the version that its answer must at least know of
     */
    public <V extends View> V about(Caller caller, StreamId stream, LongFunction<? extends StreamQuery<V>> question) {
        requireReader(caller);
        var notFound = switch (stream) {
            case BudgetId budget -> Refusal.budgetNotFound(budget);
            case PoolId pool -> Refusal.poolNotFound(pool);
            case BooksId books -> Refusal.booksNotFound(books);
        };
        if (stream instanceof BudgetId budget && !caller.concerns(budget)) {
            throw new RefusedException(notFound);
        }
        // The read side is asked even where nothing is stored: a stream that was taken away whole must show (R5).
        var query = question.apply(
                eventStore.lastSequenceNumberFor(stream.toString()).orElse(-1L) + 1);
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(BETWEEN_LOOKS)) {
            switch (queries.query(query, Reading.class).join()) {
                case Reading.Found(var view) -> {
                    return query.answers().cast(view);
                }
                case Reading.NotFound _ -> throw new RefusedException(notFound);
                case Reading.NotLevel _ -> {
                    if (waited.isZero() && ofAnotherAuthority(stream, caller)) {
                        throw new RefusedException(notFound);
                    }
                    pause();
                }
            }
        }
        throw new NotLevelYet();
    }

    /**
     * R31: the version that is asked for comes from the store, which knows of every authority's streams; a wait for it would
     * tell a caller from elsewhere that the stream exists.
     */
    private boolean ofAnotherAuthority(StreamId stream, Caller caller) {
        var events = eventStore.readEvents(stream.toString(), 0);
        return events.hasNext()
                && !caller.actor()
                        .authority()
                        .value()
                        .equals(events.peek().getMetaData().get(Envelope.AUTHORITY));
    }

    /** A page of a list, for a role that is not bound to single budgets. */
    public <V extends View> V list(Caller caller, LedgerQuery<V> query) {
        requireOverall(caller);
        return switch (queries.query(query, Reading.class).join()) {
            case Reading.Found(var view) -> query.answers().cast(view);
            case Reading.NotFound _, Reading.NotLevel _ -> throw new NotLevelYet();
        };
    }

    /** Which part of a list is asked for. */
    public static Paging page(@Nullable String cursor, @Nullable Integer limit) {
        var lines = limit == null ? DEFAULT_LINES : limit;
        if (lines < 1 || lines > Paging.MAX_LINES) {
            throw new BadInput("INVALID_FIELD", "limit", "limit must be from 1 to " + Paging.MAX_LINES + ".");
        }
        try {
            return new Paging(cursor == null ? null : Cursor.of(cursor), lines);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "cursor", "The cursor must be one that was given with a page.");
        }
    }

    /** Lets through who may see what concerns the whole authority. */
    public static void requireOverall(Caller caller) {
        requireReader(caller);
        if (caller.actor().role().boundToBudget()) {
            throw new RefusedException(Refusal.roleNotAllowed(caller.actor().role(), "list what is not theirs"));
        }
    }

    /** Lets through who may see one budget (R30, R31). */
    public static void requireReaderOf(Caller caller, BudgetId budget) {
        requireReader(caller);
        if (!caller.concerns(budget)) {
            throw new RefusedException(Refusal.budgetNotFound(budget));
        }
    }

    private static void requireReader(Caller caller) {
        if (!Permissions.mayRead(caller.actor().role())) {
            throw new RefusedException(Refusal.roleNotAllowed(caller.actor().role(), "read this"));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotLevelYet();
        }
    }
}
