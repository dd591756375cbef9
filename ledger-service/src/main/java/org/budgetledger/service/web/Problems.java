package org.budgetledger.service.web;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.budgetledger.api.Refusal;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every answer that is not the one asked for, as an RFC 9457 problem with a stable code. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** The refusal that an exception carries, from this node or another. */
    static Optional<Refusal> refusalIn(Throwable e) {
        return e instanceof CommandExecutionException executed
                ? executed.<Object>getDetails()
                        .filter(Refusal.class::isInstance)
                        .map(Refusal.class::cast)
                : Optional.empty();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CommandExecutionException e) {
        return refusalIn(e).map(Problems::of).orElseGet(() -> unexpected(e));
    }

    /** The problem that a refusal is. */
    public static ResponseEntity<ProblemDetail> of(Refusal refusal) {
        var problem = problem(refusal.status(), refusal.code(), refusal.sentence());
        LedgerJson.MAPPER
                .<Map<String, Object>>convertValue(refusal, new TypeReference<>() {})
                .forEach((name, value) -> {
                    if (value != null && !Set.of("code", "status", "sentence").contains(name)) {
                        problem.setProperty(name, value);
                    }
                });
        return ResponseEntity.status(refusal.status()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput e) {
        var status = switch (e.code()) {
            case "BODY_TOO_LARGE" -> 413;
            case "JSON_REQUIRED" -> 415;
            case "INVALID_TOKEN" -> 401;
            default -> 400;
        };
        var problem = problem(status, e.code(), e.sentence());
        if (e.field() != null) {
            problem.setProperty("field", e.field());
        }
        return ResponseEntity.status(status).body(problem);
    }

    /** Other writers kept winning the stream, or the store is away: the same key may be sent again. */
    @ExceptionHandler({
        ConcurrencyException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> busy(Exception e) {
        LOG.warn("a request was answered with 503: {}", e.toString());
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(503, "TRY_AGAIN", "The ledger is busy. Send the same again, with the same key."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notLevel(NotLevelYet e) {
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(
                        503, "VIEW_BEHIND", "The view does not show the latest changes yet. Ask again in a moment."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOG.error("a request failed", e);
        return ResponseEntity.status(500)
                .body(problem(500, "UNEXPECTED", "Something went wrong on our side. It has been logged."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        if (problem.getProperties() == null || !problem.getProperties().containsKey("code")) {
            problem.setProperty("code", HttpStatus.valueOf(status.value()).name());
        }
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    static ProblemDetail problem(int status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
        problem.setTitle(code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT));
        problem.setProperty("code", code);
        return problem;
    }
}
