package org.budgetledger.service.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of a scenario, as it stands in the file: variables are filled in when it is run.
 *
 * @param number counted from 1
 * @param save the name of a variable to the path of a field in the answer
 * @param expect a path in the answer, or {@code status}, to what must be there; empty when any 2xx will do
 */
record Step(
        int number,
        Instant at,
        Caller caller,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        Map<String, String> save,
        Map<String, JsonNode> expect) {
    String title() {
        return "step " + number + " (" + method + " " + path + ")";
    }
}
