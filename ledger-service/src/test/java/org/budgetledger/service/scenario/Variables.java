package org.budgetledger.service.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What earlier steps saved, filled in wherever a later one says {@code ${name}}. */
final class Variables {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9_-]*)}");

    /** Always there: differs from run to run, so that a key chosen with it is new on a ledger that keeps its history. */
    static final String RUN = "run";

    private final Map<String, JsonNode> values = new HashMap<>();

    Variables() {
        save(RUN, JsonNodeFactory.instance.textNode(UUID.randomUUID().toString().substring(0, 8)));
    }

    void save(String name, JsonNode value) {
        values.put(name, value);
    }

    String in(String text) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1)).asText()));
    }

    /** A text that is nothing but a variable becomes its value, a number a number; inside other text it is written out. */
    JsonNode in(JsonNode node) {
        if (node.isTextual()) {
            var whole = PLACE.matcher(node.textValue());
            return whole.matches() ? value(whole.group(1)) : JsonNodeFactory.instance.textNode(in(node.textValue()));
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(in(element)));
            return copy;
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(in(field.getKey()), in(field.getValue())));
            return copy;
        }
        return node;
    }

    private JsonNode value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new ScenarioFault("${" + name + "}", "no step before has saved it");
        }
        return value;
    }
}
