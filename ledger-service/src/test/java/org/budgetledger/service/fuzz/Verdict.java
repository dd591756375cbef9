package org.budgetledger.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds an answer to what every answer must be, and to what the document says of it. */
final class Verdict {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    Verdict(JsonNode document) {
        this.document = closed(document);
    }

    /** What is wrong with the answer; nothing when all is well. */
    List<String> faults(Operation operation, Draft draft, RawHttp.Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() >= 500
                && (answer.status() != 503 || answer.header("Retry-After").isEmpty())) {
            faults.add("the server failed");
        }
        if (answer.status() >= 400 && !draft.method().equals("HEAD")) {
            problem(answer, faults);
        }
        if (answer.status() == 200 || answer.status() == 201) {
            documented(operation, draft, answer, faults);
        }
        return faults;
    }

    private static void problem(RawHttp.Answer answer, List<String> faults) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            faults.add("a refusal that is not a problem but '" + answer.header("Content-Type") + "'");
            return;
        }
        try {
            var problem = JSON.readTree(answer.body());
            if (!problem.path("code").asText().matches("[A-Z][A-Z_]+")) {
                faults.add("a problem without a code");
            }
            if (problem.path("status").asInt() != answer.status()) {
                faults.add("a problem that names another status");
            }
            if (problem.path("title").asText().isBlank()
                    || problem.path("detail").asText().isBlank()) {
                faults.add("a problem that says nothing");
            }
        } catch (IOException e) {
            faults.add("a problem that is not JSON: " + e.getMessage());
        }
    }

    private void documented(Operation operation, Draft draft, RawHttp.Answer answer, List<String> faults) {
        if (!draft.method().equals(operation.method())) {
            return;
        }
        var content = operation.responses().at("/" + answer.status() + "/content");
        if (content.has("text/csv") && answer.header("Content-Type").startsWith("text/csv")) {
            return;
        }
        if (content.has("text/csv") && !content.has("application/json")) {
            faults.add("not CSV but '" + answer.header("Content-Type") + "'");
            return;
        }
        var schema = operation.responses().at("/" + answer.status() + "/content/application~1json/schema");
        if (schema.isMissingNode()) {
            faults.add("a status that is not documented");
            return;
        }
        try {
            schemas.computeIfAbsent(schema.toString(), any -> compiled(schema))
                    .validate(JSON.readTree(answer.body()))
                    .forEach(difference -> faults.add("not as documented: " + difference.getMessage()));
        } catch (IOException e) {
            faults.add("an answer that is not JSON: " + e.getMessage());
        }
    }

    private JsonSchema compiled(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    /** What a view shows it documents: an object that does not say otherwise has the documented fields only. */
    private static JsonNode closed(JsonNode document) {
        var copy = document.deepCopy();
        copy.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return copy;
    }
}
