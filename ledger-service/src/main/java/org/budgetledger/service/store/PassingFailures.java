package org.budgetledger.service.store;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.timeout.AxonTimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.budgetledger.projections.stream.DatabaseFailures;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Which failures say nothing about what was asked for, so that the same may be sent again with the same key. */
public final class PassingFailures {
    /** Axon Server's code for it, which stands in the text that crosses from another node. */
    private static final String EVENT_DOES_NOT_FOLLOW = "AXONIQ-2000";

    private PassingFailures() {}

    /** Whether it is one, or comes from one. */
    public static boolean include(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(PassingFailures::passes);
    }

    /** Whether another writer was first at the stream, here or on the node that handled the command. */
    static boolean lostRace(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause -> switch (cause) {
            case ConcurrencyException _ -> true;
            case StatusRuntimeException ended -> lostTheRace(ended);
            case CommandExecutionException told ->
                told.<Object>getDetails()
                        .filter(TryAgain.class::isInstance)
                        .map(TryAgain.class::cast)
                        .filter(again -> again.why().contains(ConcurrencyException.class.getName())
                                || again.why().contains(EVENT_DOES_NOT_FOLLOW))
                        .isPresent();
            default -> false;
        });
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case ConcurrencyException _,
                    LockAcquisitionFailedException _,
                    AxonTimeoutException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _,
                    TransactionTimedOutException _,
                    UnknownEventException _,
                    // It could be neither committed nor rolled back, because its connection is gone.
                    TransactionSystemException _ -> true;
            case SQLException said -> DatabaseFailures.pass(said);
            case CommandExecutionException told ->
                told.<Object>getDetails().filter(TryAgain.class::isInstance).isPresent();
            case StatusRuntimeException ended -> away(ended) || lostTheRace(ended);
            // The way to a node, or to the server; what failed on the node itself comes as something else.
            case AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _,
                    AxonServerCommandDispatchException _,
                    AxonServerQueryDispatchException _ -> true;
            // The nodes that handle it are just starting or stopping.
            case NoHandlerForCommandException _, NoHandlerForQueryException _ -> true;
            default -> false;
        };
    }

    private static boolean away(StatusRuntimeException ended) {
        return ended.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    /** Axon Server refuses an event that does not follow on in its stream, and the connector hands its refusal on as it is. */
    private static boolean lostTheRace(StatusRuntimeException ended) {
        return GrpcExceptionParser.parse(ended) instanceof ConcurrencyException;
    }
}
