package org.budgetledger.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values made at random that keep to their schemas, and name, more often than not, what is already there. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate AROUND = LocalDate.of(2025, 4, 7);
    private static final int DAYS_AROUND = 500;
    private static final int IDS_KEPT = 40;

    /** Texts of which at least one fits each pattern that the document has. */
    private static final List<String> TEXTS = List.of(
            "self",
            "authority",
            "provider-2",
            "person-4711",
            "person-1",
            "k9-mate-17",
            "INV 2025/04-17",
            "Swimming on Tuesdays, with £5 for the bus – and tea.\nThen home.",
            "Дніпро 𝄞 مرحبا",
            "*",
            "\"1\"",
            "\"3\"",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

    private final JsonNode document;
    private final Random random;
    private final Map<String, List<String>> ids = new HashMap<>();

    Samples(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** Remembers every id of an answer under its name, to be named later. */
    void learn(JsonNode answer) {
        answer.properties().forEach(field -> {
            if (field.getKey().endsWith("Id") && field.getValue().isTextual()) {
                learn(field.getKey(), field.getValue().textValue());
            } else {
                learn(field.getValue());
            }
        });
        if (answer.isArray()) {
            answer.forEach(this::learn);
        }
    }

    void learn(String name, String id) {
        var known = ids.computeIfAbsent(name, any -> new ArrayList<>());
        if (known.size() < IDS_KEPT) {
            known.add(id);
        } else {
            known.set(random.nextInt(IDS_KEPT), id);
        }
    }

    List<String> known(String name) {
        return List.copyOf(ids.getOrDefault(name, List.of()));
    }

    /** A value for a field or a parameter of that name. */
    JsonNode of(String name, JsonNode schemaOrReference) {
        var schema = Schemas.resolved(document, schemaOrReference);
        if (schema.has("anyOf")) {
            return of(name, schema.path("anyOf").get(0));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> list(name, schema);
            case "integer" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(text(name, schema));
            default -> throw new IllegalStateException("the fuzz does not know the type of " + name + ": " + schema);
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    ObjectNode object(JsonNode schema) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        var object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            var given = required.contains(property.getKey()) || random.nextInt(3) == 0;
            if (given && !property.getValue().path("readOnly").asBoolean()) {
                object.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    private ArrayNode list(String name, JsonNode schema) {
        var items = JSON.arrayNode();
        Set<JsonNode> distinct = new HashSet<>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            distinct.add(of(name, schema.path("items")));
        }
        distinct.forEach(items::add);
        return items;
    }

    private long number(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(1_000_000_000L);
        return switch (random.nextInt(12)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> random.nextLong(least, most);
            default -> random.nextLong(least, Math.min(most, least + 20_000));
        };
    }

    private String text(String name, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> id(name);
            case "date" -> date(name).toString();
            default -> fitting(name, schema);
        };
    }

    /** Few days are the first of a pay period, so those that are to be one mostly are. */
    private LocalDate date(String name) {
        return name.equals("firstDay") && random.nextInt(4) > 0
                ? AROUND.plusWeeks(4L * random.nextInt(4))
                : AROUND.plusDays(random.nextInt(-DAYS_AROUND / 10, DAYS_AROUND));
    }

    private String id(String name) {
        var known = ids.getOrDefault(name, List.of());
        return known.isEmpty() || random.nextInt(4) == 0
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : known.get(random.nextInt(known.size()));
    }

    private String fitting(String name, JsonNode schema) {
        var pattern = Pattern.compile(schema.path("pattern").asText(""));
        var shortest = schema.path("minLength").asInt(0);
        var fitting = TEXTS.stream()
                .filter(text ->
                        text.length() >= shortest && pattern.matcher(text).find())
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("the fuzz has no text for " + name + ": " + schema);
        }
        return fitting.get(random.nextInt(fitting.size()));
    }
}
