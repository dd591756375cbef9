package org.budgetledger.projections.stream;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.timeout.AxonTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What PostgreSQL, or the way to it, says where nothing is wrong with what was asked of it: by SQLSTATE. */
public final class DatabaseFailures {
    /** The way to it was cut, and no one knows what became of a commit that was on it. */
    private static final String CONNECTION = "08";

    /** It has no space, no memory or no connection left. */
    private static final String RESOURCES = "53";

    /** It is stopping, has crashed or is just starting. */
    private static final String INTERVENTION = "57P";

    private static final String NOT_REACHED = "08001";

    private static final String JUST_STARTING = "57P03";

    private static final Set<String> OTHERS = Set.of(
            // A deadlock, and a serialisation that failed.
            "40P01",
            "40001",
            // The time for a statement, for a lock, within a transaction and for a whole one is over.
            "57014",
            "55P03",
            "25P03",
            "25P04",
            // It has become a standby.
            "25006",
            // The disk.
            "58030");

    private DatabaseFailures() {}

    /** Whether a failure comes from one that passes. */
    public static boolean passing(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException said && pass(said));
    }

    /** Whether the same may be asked again later. */
    public static boolean pass(SQLException e) {
        var state = e.getSQLState();
        // Only the pool says nothing: it has taken a broken connection away.
        return state == null
                || e instanceof SQLTransientException
                || state.startsWith(CONNECTION)
                || state.startsWith(RESOURCES)
                || state.startsWith(INTERVENTION)
                || OTHERS.contains(state);
    }

    /**
     * Whether so much time has gone by already, or is so likely to be needed, that whoever waits is better told to ask again. What
     * remains is worth another try at once: a connection that was cut, above all, because then the stream itself tells what became
     * of the commit.
     */
    public static boolean takeTime(Throwable failure) {
        return switch (failure) {
            case CannotCreateTransactionException _,
                    LockAcquisitionFailedException _,
                    AxonTimeoutException _,
                    SocketTimeoutException _,
                    SQLTransientException _ -> true;
            case SQLException e -> takeTime(Objects.requireNonNullElse(e.getSQLState(), ""));
            default -> false;
        };
    }

    private static boolean takeTime(String state) {
        return switch (state) {
            case NOT_REACHED, JUST_STARTING, "57014", "55P03", "25P04", "25006", "58030" -> true;
            default -> state.startsWith(RESOURCES);
        };
    }
}
