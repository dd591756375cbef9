package org.budgetledger.api.reading;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of a question. Not generic, because Axon matches a query's handlers by the plain class of their answer. */
public sealed interface Reading {
    /** The answer. */
    record Found(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) View view) implements Reading {}

    /**
     * The read side has not caught up yet: ask again shortly.
     *
     * @param level the version that it has reached; 0 when it knows nothing of the stream
     */
    record NotLevel(long level) implements Reading {}

    /** There is no such stream, or it is another authority's (R31). */
    record NotFound() implements Reading {}

    static Reading found(View view) {
        return new Found(view);
    }
}
