package org.budgetledger.service.web;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** What is not even HTTP enough for the application is answered by the server itself: with a problem, not with a page. */
public final class ProblemReportValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable e) {
        var possible = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, possible);
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !possible.get()
                || !response.setErrorReported()) {
            return;
        }
        if (response.getStatus() >= 500) {
            LOG.error("a request was answered with {} by the server itself", response.getStatus(), e);
        }
        var problem = Problems.plain(response.getStatus());
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            var writer = response.getReporter();
            if (writer != null) {
                // All three are words of our own, so there is nothing to escape.
                writer.write("{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                        .formatted(
                                problem.getTitle(),
                                problem.getStatus(),
                                Objects.requireNonNull(problem.getProperties()).get("code"),
                                problem.getDetail()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("nobody is there to be told of a bad request", gone);
        }
    }
}
