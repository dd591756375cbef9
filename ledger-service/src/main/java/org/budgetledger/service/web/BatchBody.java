package org.budgetledger.service.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it came in. What is wrong with the whole is refused here; what is wrong with one command is kept in its place.
 *
 * @param atomic whether all of it happens or nothing does
 */
record BatchBody(boolean atomic, List<Element> commands) {
    /** A statement of a month, or a year of one budget; whoever has more sends it in parts. */
    static final int MAX_COMMANDS = 10_000;

    /** Ten thousand commands of a kilobyte and a half. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** One command as it came in. */
    sealed interface Element {
        /** A JSON object. */
        record Sound(ObjectNode object) implements Element {}

        /** Something else. */
        record Unsound(BadInput why) implements Element {}
    }

    static BatchBody read(byte[] body) {
        try (var parser = StrictJson.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadInput("MALFORMED_JSON", null, "The body must be a JSON object.");
            }
            var batch = fields(parser);
            if (parser.nextToken() != null) {
                throw new BadInput("MALFORMED_JSON", null, "The body must be one JSON object and nothing else.");
            }
            return batch;
        } catch (IOException e) {
            throw StrictJson.malformed(e);
        }
    }

    private static BatchBody fields(JsonParser parser) throws IOException {
        Boolean atomic = null;
        List<Element> commands = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            switch (name) {
                case "atomic" -> {
                    requireOnce(atomic, name);
                    atomic = flag(value);
                }
                case "commands" -> {
                    requireOnce(commands, name);
                    commands = commands(parser, value);
                }
                default -> throw new BadInput("UNKNOWN_FIELD", name, "There is no field " + name + " here.");
            }
        }
        if (commands == null) {
            throw new BadInput("MISSING_FIELD", "commands", "The field commands is missing.");
        }
        return new BatchBody(atomic != null && atomic, commands);
    }

    private static void requireOnce(@Nullable Object before, String name) {
        if (before != null) {
            throw new BadInput("MALFORMED_JSON", name, "The field " + name + " may be given once.");
        }
    }

    private static boolean flag(JsonToken value) {
        return switch (value) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new BadInput("INVALID_FIELD", "atomic", "atomic: must be true or false.");
        };
    }

    private static List<Element> commands(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            throw new BadInput("MISSING_FIELD", "commands", "The field commands is missing.");
        }
        if (value != JsonToken.START_ARRAY) {
            throw new BadInput("INVALID_FIELD", "commands", "commands: must be a list.");
        }
        var commands = new ArrayList<Element>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (commands.size() == MAX_COMMANDS) {
                throw new BadInput("INVALID_FIELD", "commands", "commands: there may be " + MAX_COMMANDS + " at most.");
            }
            commands.add(element(parser));
        }
        if (commands.isEmpty()) {
            throw new BadInput("INVALID_FIELD", "commands", "commands: there must be one at least.");
        }
        return commands;
    }

    private static Element element(JsonParser parser) throws IOException {
        var list = parser.getParsingContext().getParent();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return new Element.Unsound(new BadInput("MALFORMED_JSON", null, "A command must be a JSON object."));
        }
        var from = place(parser.currentTokenLocation());
        JsonNode object;
        try {
            object = StrictJson.part(parser);
        } catch (MismatchedInputException e) {
            // A field twice. The rest of the batch can be read all the same.
            while (!parser.getParsingContext().equals(list)) {
                Objects.requireNonNull(parser.nextToken(), "an object that is begun is ended, or fails to be read");
            }
            return new Element.Unsound(new BadInput("MALFORMED_JSON", null, "A field may be given once."));
        }
        return place(parser.currentLocation()) - from > Bodies.MAX_BODY_BYTES
                ? new Element.Unsound(Bodies.tooLarge(Bodies.MAX_BODY_BYTES))
                : new Element.Sound(StrictJson.withoutNulls((ObjectNode) object));
    }

    private static long place(JsonLocation location) {
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }
}
