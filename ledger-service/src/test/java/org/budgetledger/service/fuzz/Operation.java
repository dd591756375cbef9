package org.budgetledger.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the OpenAPI document.
 *
 * @param body the schema of its request body
 */
record Operation(
        String id,
        String method,
        String path,
        List<JsonNode> parameters,
        @Nullable JsonNode body,
        JsonNode responses) {
    /** Every operation of a document, in its order. */
    static List<Operation> all(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.required("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(of(
                                document,
                                path.getKey(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                method.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode document, String path, String method, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(parameter -> parameters.add(Schemas.resolved(document, parameter)));
        var body = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                operation.required("operationId").textValue(),
                method,
                path,
                parameters,
                body.isMissingNode() ? null : Schemas.resolved(document, body),
                operation.required("responses"));
    }

    boolean hasBody() {
        return body != null;
    }

    /** Whether it is one command, or something else that its sender chooses an id for. */
    boolean hasKey() {
        return parameters.stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("Idempotency-Key"));
    }

    /** Whether it takes many commands, each of which may be refused while the whole is answered. */
    boolean isBatch() {
        return id.equals("sendBatch");
    }

    Set<Integer> statuses() {
        var statuses = new TreeSet<Integer>();
        responses.fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    @Override
    public String toString() {
        return id;
    }
}
