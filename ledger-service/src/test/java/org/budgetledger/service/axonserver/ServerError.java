package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** How Axon Server says no: a code of its own in the trailers and in the text, beside gRPC's status. */
enum ServerError {
    INVALID_EVENT_SEQUENCE("AXONIQ-2000", Status.Code.OUT_OF_RANGE),
    NO_HANDLER_FOR_COMMAND("AXONIQ-4000", Status.Code.NOT_FOUND),
    CONNECTION_TO_HANDLER_LOST("AXONIQ-4001", Status.Code.ABORTED),
    TOO_MANY_REQUESTS("AXONIQ-4003", Status.Code.RESOURCE_EXHAUSTED),
    NO_HANDLER_FOR_QUERY("AXONIQ-5000", Status.Code.NOT_FOUND),
    STORE_FULL("AXONIQ-9100", Status.Code.INTERNAL);

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final String code;
    private final Status.Code status;

    ServerError(String code, Status.Code status) {
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    /** What ends a call. */
    StatusRuntimeException because(String why) {
        var trailers = new Metadata();
        trailers.put(CODE, code);
        return status.toStatus().withDescription("[" + code + "] " + why).asRuntimeException(trailers);
    }

    /** What is said within an answer. */
    ErrorMessage message(String why) {
        return ErrorMessage.newBuilder()
                .setErrorCode(code)
                .setMessage(why)
                .setLocation("stand-in")
                .build();
    }
}
