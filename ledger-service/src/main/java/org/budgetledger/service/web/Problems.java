package org.budgetledger.service.web;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.budgetledger.api.Refusal;
import org.budgetledger.service.store.LedgerJson;
import org.budgetledger.service.store.PassingFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every answer that is not the one asked for, as an RFC 9457 problem with a stable code. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** The refusal that an exception carries, from this node or another. */
    public static Optional<Refusal> refusalIn(Throwable e) {
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
        return answer(problem).body(problem);
    }

    /** The problem that a refusal is answered with. */
    public static ProblemDetail in(Refusal refusal) {
        return Objects.requireNonNull(of(refusal).getBody());
    }

    /** The problem that an exception is answered with; one that nobody foresaw is logged. */
    public static ProblemDetail in(RuntimeException e) {
        var answer = e instanceof BadInput bad
                ? badInput(bad)
                : refusalIn(e).map(Problems::of).orElseGet(() -> unexpected(e));
        return Objects.requireNonNull(answer.getBody());
    }

    @ExceptionHandler
    static ResponseEntity<ProblemDetail> badInput(BadInput e) {
        var status = switch (e.code()) {
            case "NOT_FOUND" -> 404;
            case "BODY_TOO_LARGE" -> 413;
            case "JSON_REQUIRED" -> 415;
            case "INVALID_TOKEN" -> 401;
            default -> 400;
        };
        var problem = problem(status, e.code(), e.sentence());
        if (e.field() != null) {
            problem.setProperty("field", e.field());
        }
        return answer(problem).body(problem);
    }

    /** Nothing of the file is taken, and every line that is wrong is named. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> badRows(BadRows e) {
        var problem = problem(
                400,
                "INVALID_ROWS",
                e.faults().size() == 1
                        ? "Line " + e.faults().getFirst().line() + ": "
                                + e.faults().getFirst().detail()
                        : e.faults().size() + " lines cannot be taken; nothing was started.");
        problem.setProperty("rowsRefused", e.faults().size());
        problem.setProperty("rows", e.faults().stream().limit(BadRows.MAX_SHOWN).toList());
        return answer(problem).body(problem);
    }

    /** Other writers kept winning the stream, or the store is away: the same key may be sent again. */
    private static ResponseEntity<ProblemDetail> busy(Exception e) {
        LOG.warn(
                "a request was answered with 503: {}, because of {}",
                e.toString(),
                NestedExceptionUtils.getMostSpecificCause(e).toString());
        return later(tryAgain());
    }

    /** The problem of what may be sent again. */
    public static ProblemDetail tryAgain() {
        return problem(503, "TRY_AGAIN", "The ledger is busy. Send the same again, with the same key.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notLevel(NotLevelYet e) {
        LOG.warn("a request was answered with 503: a view did not come level in time");
        return later(
                problem(503, "VIEW_BEHIND", "The view does not show the latest changes yet. Ask again in a moment."));
    }

    @ExceptionHandler
    static ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (PassingFailures.include(e)) {
            return busy(e);
        }
        LOG.error("a request failed", e);
        var problem = plain(500);
        return answer(problem).body(problem);
    }

    /** A query that cannot be decoded. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e) {
        var problem = problem(400, "BAD_REQUEST", "The query parameters are not well-formed.");
        return answer(problem).body(problem);
    }

    /** A path or query parameter that is not what it must be. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        var type = e.getRequiredType();
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        // Our own values say themselves what they must be.
        var why = type != null
                        && type.getPackageName().startsWith("org.budgetledger")
                        && cause instanceof IllegalArgumentException
                        && cause.getMessage() != null
                ? cause.getMessage()
                : StrictJson.expected(type);
        var problem = problem(400, "INVALID_FIELD", name + ": " + why + ".");
        problem.setProperty("field", name);
        return answer(problem).body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("a request was answered with {}", status.value(), e);
        }
        var problem = plain(status.value());
        return answer(problem).headers(headers).body(problem);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return answer(problem).header(HttpHeaders.RETRY_AFTER, "1").body(problem);
    }

    /** A problem goes out as one whatever was asked for: there is nothing better to show to who asked for something else. */
    private static ResponseEntity.BodyBuilder answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /** The problem that a status is by itself, before any rule of the ledger is asked. */
    static ProblemDetail plain(int status) {
        return switch (status) {
            case 400 -> problem(status, "BAD_REQUEST", "The request is not well-formed.");
            case 401 ->
                problem(status, "UNAUTHENTICATED", "A valid bearer token is needed in the Authorization header.");
            case 404 -> problem(status, "NOT_FOUND", "There is nothing at this address.");
            case 405 -> problem(status, "METHOD_NOT_ALLOWED", "That method does nothing at this address.");
            case 406 -> problem(status, "NOT_ACCEPTABLE", "There is no answer of a type that is accepted.");
            case 413 -> problem(status, "BODY_TOO_LARGE", "The request is larger than any the ledger takes.");
            case 415 -> problem(status, "JSON_REQUIRED", "The body must be application/json.");
            case 500 -> problem(status, "UNEXPECTED", "Something went wrong on our side. It has been logged.");
            default -> {
                var known = HttpStatus.resolve(status);
                yield known == null
                        ? problem(status, "REFUSED", "The request was refused.")
                        : problem(status, known.name(), known.getReasonPhrase() + ".");
            }
        };
    }

    static ProblemDetail problem(int status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
        problem.setTitle(code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT));
        problem.setProperty("code", code);
        return problem;
    }
}
