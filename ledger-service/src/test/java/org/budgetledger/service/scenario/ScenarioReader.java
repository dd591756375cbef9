package org.budgetledger.service.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a scenario strictly: a key that it does not know would be an expectation that is never checked. */
final class ScenarioReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SCENARIO_KEYS = Set.of("name", "steps");
    private static final Set<String> METHODS = Set.of("get", "post");
    private static final Set<String> STEP_KEYS =
            Set.of("at", "as", "get", "post", "body", "query", "headers", "save", "expect");
    private static final Set<String> CALLER_KEYS = Set.of("role", "actor", "authority", "budgets");

    private final String file;

    private ScenarioReader(String file) {
        this.file = file;
    }

    /**
     * The scenario in a text.
     *
     * @param file its name, for messages
     */
    static Scenario read(String file, String text) {
        return new ScenarioReader(file).scenario(text);
    }

    private Scenario scenario(String text) {
        var root = parsed(text);
        known(root, SCENARIO_KEYS, file);
        var steps = new ArrayList<Step>();
        for (var step : root.path("steps")) {
            steps.add(step(step, steps.isEmpty() ? null : steps.getLast()));
        }
        if (steps.isEmpty()) {
            throw new ScenarioFault(file, "there are no steps");
        }
        if (steps.stream().allMatch(step -> step.expect().isEmpty())) {
            throw new ScenarioFault(file, "nothing is expected anywhere, so it could not fail");
        }
        return new Scenario(file, text(root, "name", file), steps);
    }

    private JsonNode parsed(String text) {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        try {
            var yaml = new Yaml(
                    new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainScalars());
            return JSON.valueToTree(yaml.load(text));
        } catch (YAMLException e) {
            throw new ScenarioFault(file, "not YAML as it should be: " + e.getMessage());
        }
    }

    private Step step(JsonNode node, @Nullable Step before) {
        var number = before == null ? 1 : before.number() + 1;
        var where = file + ", step " + number;
        known(node, STEP_KEYS, where);
        var methods = METHODS.stream().filter(node::has).toList();
        if (methods.size() != 1) {
            throw new ScenarioFault(where, "must have exactly one of get and post");
        }
        var method = methods.getFirst();
        if (method.equals("get") && node.has("body")) {
            throw new ScenarioFault(where, "a get has no body");
        }
        if (before == null && !(node.has("at") && node.has("as"))) {
            throw new ScenarioFault(where, "the first step must say at what time and as whom");
        }
        return new Step(
                number,
                before != null && !node.has("at") ? before.at() : instant(text(node, "at", where), where),
                before != null && !node.has("as") ? before.caller() : caller(node.path("as"), where),
                method,
                text(node, method, where),
                texts(node, "query", where),
                texts(node, "headers", where),
                node.get("body"),
                texts(node, "save", where),
                expectations(node, where));
    }

    private static Caller caller(JsonNode node, String where) {
        known(node, CALLER_KEYS, where + ", as");
        var authority = node.path("authority");
        return new Caller(
                text(node, "actor", where),
                text(node, "role", where),
                authority.isTextual() ? authority.textValue() : Caller.DEFAULT_AUTHORITY,
                StreamSupport.stream(node.path("budgets").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static Map<String, JsonNode> expectations(JsonNode node, String where) {
        var expectations = new LinkedHashMap<String, JsonNode>();
        node.path("expect").properties().forEach(field -> {
            if (!AnswerPath.wellFormed(field.getKey())) {
                throw new ScenarioFault(where, "'" + field.getKey() + "' is no path into an answer");
            }
            if (field.getValue().isObject() && field.getValue().isEmpty()) {
                throw new ScenarioFault(where, "'" + field.getKey() + "' expects nothing of what is there");
            }
            expectations.put(field.getKey(), field.getValue());
        });
        if (node.has("expect") && expectations.isEmpty()) {
            throw new ScenarioFault(where, "expect must name at least one thing to expect");
        }
        return expectations;
    }

    private static void known(JsonNode node, Set<String> keys, String where) {
        if (!node.isObject()) {
            throw new ScenarioFault(
                    where, "must have keys: " + keys.stream().sorted().toList());
        }
        var unknown = new ArrayList<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new ScenarioFault(
                    where,
                    "unknown key " + String.join(", ", unknown) + "; known are "
                            + String.join(
                                    ", ", List.copyOf(keys).stream().sorted().toList()));
        }
    }

    private static String text(JsonNode node, String key, String where) {
        var value = node.path(key);
        if (!value.isTextual()) {
            throw new ScenarioFault(where, key + " must be given, as text");
        }
        return value.textValue();
    }

    private static Map<String, String> texts(JsonNode node, String key, String where) {
        var texts = new LinkedHashMap<String, String>();
        node.path(key).properties().forEach(field -> {
            if (!field.getValue().isValueNode()) {
                throw new ScenarioFault(where, key + "." + field.getKey() + " must be a plain value");
            }
            texts.put(field.getKey(), field.getValue().asText());
        });
        if (node.has(key) && texts.isEmpty()) {
            throw new ScenarioFault(where, key + " must name at least one thing");
        }
        return texts;
    }

    private static Instant instant(String text, String where) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ScenarioFault(where, "at must be an instant such as 2025-04-22T10:00Z, not '" + text + "'");
        }
    }
}
