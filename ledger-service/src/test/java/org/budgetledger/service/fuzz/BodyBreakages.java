package org.budgetledger.service.fuzz;

import static org.budgetledger.service.fuzz.Breakage.refused;
import static org.budgetledger.service.fuzz.Breakage.refusedAnywhere;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bodies that must never reach a stream. */
final class BodyBreakages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MEGABYTE = 1024 * 1024;

    /** Stands for raw JSON text that a tree cannot hold. */
    private static final String RAW = "@raw@";

    private BodyBreakages() {}

    static final List<Breakage> ALL = List.of(
            refused(
                    "a body cut off",
                    (operation, sound, chances) -> sound.body().length < 3
                            ? null
                            : sound.body(Arrays.copyOf(sound.body(), chances.between(1, sound.body().length - 1)))),
            refused(
                    "not JSON",
                    (operation, sound, chances) -> sound.body(chances.oneOf(
                            "{'amountPence': 1}",
                            "{amountPence: 1}",
                            "<amount>1</amount>",
                            "{\"a\": NaN}",
                            "{\"a\": 1,}",
                            "{\"a\": 01}",
                            "{\"a\": 1} trailing",
                            "{\"a\": 1}{\"a\": 1}",
                            "/* a comment */ {}",
                            "\u0000",
                            "{\"a\": \"\u0001\"}",
                            "{\"a\": \"\\x\"}",
                            "{\"a\": \"\\ud800}"))),
            refused(
                    "not a JSON object",
                    (operation, sound, chances) ->
                            sound.body(chances.oneOf("[]", "null", "true", "7", "\"text\"", "[{}]", " ", "\n"))),
            refused(
                    "bytes that are not UTF-8",
                    (operation, sound, chances) -> sound.body(chances.oneOf(
                            new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'},
                            new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
                            new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
                            "{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE),
                            new byte[] {0, 0, 0, 0}))),
            refused(
                    "an unknown field",
                    (operation, sound, chances) -> edited(
                            sound,
                            body -> chances.oneOf(objects(body))
                                    .put(
                                            chances.oneOf(
                                                    "surplus",
                                                    "amount",
                                                    "__proto__",
                                                    "",
                                                    "\ud800",
                                                    "a\u202eb",
                                                    "x".repeat(5_000),
                                                    "€"),
                                            1))),
            refused(
                    "what is not given in the body",
                    (operation, sound, chances) -> edited(
                            sound,
                            body -> body.put(
                                    operation.path().contains("{budgetId}")
                                            ? chances.oneOf("commandId", "budgetId")
                                            : "commandId",
                                    "00000000-0000-0000-0000-000000000000"))),
            refused("a field that is missing", (operation, sound, chances) -> {
                var required = operation.body() == null
                        ? NODES.arrayNode()
                        : operation.body().path("required");
                return required.isEmpty()
                        ? null
                        : edited(
                                sound,
                                body -> body.remove(required.get(chances.between(0, required.size() - 1))
                                        .textValue()));
            }),
            refused("null where something must be", (operation, sound, chances) -> {
                var required = operation.body() == null
                        ? NODES.arrayNode()
                        : operation.body().path("required");
                return required.isEmpty()
                        ? null
                        : edited(
                                sound,
                                body -> body.putNull(required.get(chances.between(0, required.size() - 1))
                                        .textValue()));
            }),
            refused("a field twice", (operation, sound, chances) -> sound.body("{\"a\":1,\"a\":1}")),
            leaf("another type", any -> true, (chances, node) -> another(node, chances)),
            raw("pounds and thousandths", "2.345"),
            raw("pounds and pence", "12.50"),
            raw("a whole number with a point", "5.0"),
            raw("an exponent", "1e3"),
            raw("a great exponent", "1e999999999"),
            raw("a negative sum", "-1"),
            raw("2^63", "9223372036854775808"),
            raw("2^63 below zero", "-9223372036854775809"),
            raw("the largest long", "9223372036854775807"),
            raw("a number of a thousand digits", "9".repeat(1_000)),
            raw("a number of five thousand digits", "9".repeat(5_000)),
            leaf("a number as text", JsonNode::isIntegralNumber, (chances, node) -> NODES.textNode(node.asText())),
            text("an empty text", ""),
            text("a blank text", " \n "),
            text("a text of 5,000 characters", "x".repeat(5_000)),
            text("a control character", "tea\u0007"),
            text("a null character", "tea\u0000"),
            text("a lone surrogate", "tea \ud83d"),
            text("a lone surrogate where a message is cut", "x".repeat(59) + "\ud83d\ude00" + "\ud800"),
            text("a direction override", "tea \u202egnp.exe"),
            text("a surrogate pair where a message is cut", "\u0007" + "x".repeat(58) + "\ud83d\ude00".repeat(5)),
            leaf(
                    "no such date",
                    node -> DATE.matcher(node.asText()).matches(),
                    (chances, node) -> NODES.textNode(chances.oneOf(
                            "1997-03-31",
                            "2100-01-01",
                            "2025-02-30",
                            "2025-13-01",
                            "0000-00-00",
                            "16/04/2025",
                            "2025-4-1",
                            "+999999999-12-31",
                            "-0001-01-01",
                            "2025-04-16T00:00:00Z",
                            "today"))),
            leaf(
                    "no such id",
                    node -> UUID.matcher(node.asText()).matches(),
                    (chances, node) -> NODES.textNode(chances.oneOf(
                            "1", "not-an-id", "0-0-0-0-0", node.asText() + "0", "{" + node.asText() + "}"))),
            refused("deep nesting", (operation, sound, chances) -> {
                var depth = chances.oneOf(100, 496, 500, 997, 998, 999, 1_000, 1_001, 1_002, 5_000, 60_000);
                return sound.body(
                        chances.random().nextBoolean()
                                ? "{\"surplus\":" + "[".repeat(depth) + "]".repeat(depth) + "}"
                                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
            }),
            refused(
                    "a huge list",
                    // A batch may have as many commands.
                    (operation, sound, chances) -> operation.isBatch()
                            ? null
                            : edited(sound, body -> {
                                var lists = lists(body);
                                if (lists.isEmpty()) {
                                    var numbers = body.putArray("surplus");
                                    for (var i = 0; i < 100_000; i++) {
                                        numbers.add(1);
                                    }
                                } else {
                                    var list = chances.oneOf(lists);
                                    var first = list.isEmpty() ? NODES.numberNode(1) : list.get(0);
                                    for (var i = 0; i < 1_500; i++) {
                                        list.add(first);
                                    }
                                }
                            })),
            refused(
                    "a body just above the limit",
                    (operation, sound, chances) -> sound.body("{\"surplus\":\"" + "x".repeat(256 * 1024) + "\"}")),
            refused(
                    "ten megabytes",
                    (operation, sound, chances) -> chances.random().nextInt(12) > 0
                            ? null
                            : sound.body("{\"surplus\":\"" + "x".repeat(10 * MEGABYTE) + "\"}")),
            refused(
                    "another content type",
                    (operation, sound, chances) -> sound.body().length == 0
                            ? null
                            : sound.header(
                                    "Content-Type",
                                    chances.oneOf(
                                            "text/plain",
                                            "application/xml",
                                            "application/x-www-form-urlencoded",
                                            "multipart/form-data",
                                            "multipart/form-data; boundary=x",
                                            "application/jsonx",
                                            "application/json-seq",
                                            "application/octet-stream",
                                            "garbage",
                                            "application/",
                                            ";;;",
                                            "*/*",
                                            "application/json; charset=nonsense"))),
            refused(
                    "no content type",
                    (operation, sound, chances) -> sound.body().length == 0 ? null : sound.without("Content-Type")),
            refusedAnywhere(
                    "more than one content type",
                    (operation, sound, chances) ->
                            sound.header("Content-Type", "application/json\r\nContent-Type: text/plain")));

    private interface Replacement {
        @Nullable
        JsonNode of(Chances chances, JsonNode node);
    }

    private static JsonNode another(JsonNode node, Chances chances) {
        return chances.oneOf(
                NODES.objectNode(),
                NODES.arrayNode(),
                node.isBoolean() ? NODES.textNode("yes") : NODES.booleanNode(true));
    }

    /** A number's place taken by raw JSON. */
    private static Breakage raw(String name, String json) {
        var replaced = leaf(name, JsonNode::isIntegralNumber, (chances, node) -> NODES.textNode(RAW));
        return refused(name, (operation, sound, chances) -> {
            var spoilt = replaced.spoiler().spoil(operation, sound, chances);
            return spoilt == null
                    ? null
                    : spoilt.body(new String(spoilt.body(), StandardCharsets.UTF_8).replace("\"" + RAW + "\"", json));
        });
    }

    private static Breakage text(String name, String text) {
        return leaf(name, JsonNode::isTextual, (chances, node) -> NODES.textNode(text));
    }

    /** One of the leaves that fit, replaced. */
    private static Breakage leaf(String name, Predicate<JsonNode> fits, Replacement replacement) {
        return refused(name, (operation, sound, chances) -> {
            var tree = tree(sound);
            if (tree == null) {
                return null;
            }
            var places = new ArrayList<Consumer<JsonNode>>();
            var there = new ArrayList<JsonNode>();
            leaves(tree, (node, place) -> {
                if (fits.test(node)) {
                    there.add(node);
                    places.add(place);
                }
            });
            if (places.isEmpty()) {
                return null;
            }
            var chosen = chances.between(0, places.size() - 1);
            places.get(chosen).accept(replacement.of(chances, there.get(chosen)));
            return sound.body(written(tree));
        });
    }

    private interface Leaf {
        void at(JsonNode node, Consumer<JsonNode> place);
    }

    private static void leaves(JsonNode node, Leaf leaf) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isValueNode()) {
                    leaf.at(field.getValue(), replacement -> object.set(field.getKey(), replacement));
                } else {
                    leaves(field.getValue(), leaf);
                }
            });
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                var index = i;
                if (list.get(i).isValueNode()) {
                    leaf.at(list.get(i), replacement -> list.set(index, replacement));
                } else {
                    leaves(list.get(i), leaf);
                }
            }
        }
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var objects = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(inner -> objects.addAll(objects(inner)));
        return objects;
    }

    private static List<ArrayNode> lists(JsonNode node) {
        var lists = new ArrayList<ArrayNode>();
        if (node instanceof ArrayNode list) {
            lists.add(list);
        }
        node.forEach(inner -> lists.addAll(lists(inner)));
        return lists;
    }

    private static @Nullable Draft edited(Draft sound, Consumer<ObjectNode> edit) {
        var tree = tree(sound);
        if (tree == null) {
            return null;
        }
        edit.accept(tree);
        return sound.body(written(tree));
    }

    private static @Nullable ObjectNode tree(Draft sound) {
        try {
            return sound.body().length == 0 ? null : (ObjectNode) JSON.readTree(sound.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With lone surrogates as escapes, which is how they come in JSON that is otherwise well-formed. */
    private static String written(JsonNode tree) {
        try {
            return ESCAPING.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
