package org.budgetledger.service.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.pcollections.PCollectionsModule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;

/** How events, snapshots and messages are written as JSON: one mapper, so that what is hashed is what is stored. */
public final class LedgerJson {
    /** Fields in order, dates as ISO text, nothing that is absent. */
    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // Snapshots have commands' ids as keys, and every one of them would be interned.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new PCollectionsModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private static final int TYPICAL_CHARACTERS = 1_024;

    private LedgerJson() {}

    /** The canonical form: object keys in order at every depth, no white space (RFC 8785 for the values events hold). */
    public static String canonical(JsonNode node) {
        var text = new StringWriter(TYPICAL_CHARACTERS);
        try (var json = MAPPER.getFactory().createGenerator(text)) {
            writeInOrder(node, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeInOrder(JsonNode node, JsonGenerator json) throws IOException {
        switch (node) {
            case ObjectNode object -> {
                var fields = new ArrayList<>(object.properties());
                fields.sort(Map.Entry.comparingByKey());
                json.writeStartObject();
                for (var field : fields) {
                    json.writeFieldName(field.getKey());
                    writeInOrder(field.getValue(), json);
                }
                json.writeEndObject();
            }
            case ArrayNode list -> {
                json.writeStartArray();
                for (var item : list) {
                    writeInOrder(item, json);
                }
                json.writeEndArray();
            }
            case TextNode one -> json.writeString(one.textValue());
            default -> MAPPER.writeTree(json, node);
        }
    }

    /** A value as JSON text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value from the text that it was written as. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value of a generic type from the text that it was written as. */
    public static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> asMap(Object value) {
        return MAPPER.convertValue(value, new TypeReference<>() {});
    }
}
