package org.budgetledger.service.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** What became of a batch, command by command, in the order they were given in. */
record BatchAnswer(int accepted, int refused, List<Result> results) {
    /**
     * What one command would have been answered with alone.
     *
     * @param commandId where one could be read
     * @param answer where it is accepted
     * @param problem where it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            @Nullable String commandId,
            int status,
            @Nullable Map<String, Object> answer,
            @Nullable ProblemDetail problem) {}
}
