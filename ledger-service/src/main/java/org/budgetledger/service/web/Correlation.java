package org.budgetledger.service.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.budgetledger.api.CommandId;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the lines of one request findable: whoever asks is told its id, which every line of it in the log carries. That is the id
 * of its trace, which a caller may have given it in {@code traceparent}; a line of a command carries the command's id as well.
 */
@Component
// Right behind the filter that begins the trace, and before any that could answer.
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class Correlation extends OncePerRequestFilter {
    public static final String HEADER = "Request-Id";
    private static final String COMMAND_ID = "commandId";

    private final Tracer tracer;

    public Correlation(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var span = tracer.currentSpan();
        if (span != null) {
            response.setHeader(HEADER, span.context().traceId());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(COMMAND_ID);
        }
    }

    /** What follows on this thread, until the request ends, is about this command. */
    static void about(CommandId command) {
        MDC.put(COMMAND_ID, command.value());
    }

    /** What follows on this thread, until it is closed, is about this command. */
    public static MDC.MDCCloseable within(CommandId command) {
        return MDC.putCloseable(COMMAND_ID, command.value());
    }
}
