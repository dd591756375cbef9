package org.budgetledger.service.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands strictly: unknown fields, missing fields, repeated fields, numbers with a decimal point or an exponent,
 * numbers as text, sums and dates that are out of range are all refused, with the field that is wrong.
 */
public final class StrictJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, new CivilDateReader())
                    .addDeserializer(Amount.class, new AmountReader()))
            .annotationIntrospector(new Required())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /** After one part comes another. */
    private static final ObjectReader PARTS = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A field that is given twice spoils the part that it is in, which is found when that is read, and not the whole. */
    private static final JsonFactory PARSERS = new JsonFactory();

    private static final Set<Class<?>> NUMBERS =
            Set.of(long.class, Long.class, int.class, Integer.class, Money.class, Amount.class);

    private StrictJson() {}

    /** Every component of a record that is not marked {@code @Nullable} must be there. */
    private static final class Required extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return (member instanceof AnnotatedParameter parameter
                            && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                            && constructor.getDeclaringClass().isRecord())
                    ? !constructor
                            .getParameters()[parameter.getIndex()]
                            .getAnnotatedType()
                            .isAnnotationPresent(Nullable.class)
                    : super.hasRequiredMarker(member);
        }
    }

    private static final class CivilDateReader extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        CivilDateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            return civilDate(parser.getText());
        }
    }

    private static final class AmountReader extends StdDeserializer<Amount> {
        private static final long serialVersionUID = 1L;
        private static final BigInteger MOST = BigInteger.valueOf(Amount.MAX_PENCE);

        AmountReader() {
            super(Amount.class);
        }

        @Override
        public Amount deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (Amount) context.handleUnexpectedToken(Amount.class, parser);
            }
            var pence = parser.getBigIntegerValue();
            if (pence.signum() < 1 || pence.compareTo(MOST) > 0) {
                throw new IllegalArgumentException(
                        "a sum must be a whole number of pence from 1 to " + MOST + ", not " + pence);
            }
            return Amount.ofPence(pence.longValueExact());
        }
    }

    /** A civil date as people write it in JSON and in query parameters. */
    public static LocalDate civilDate(String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date such as 2025-04-16", e);
        }
        if (date.isBefore(CivilDates.EARLIEST) || date.isAfter(CivilDates.LATEST)) {
            throw new IllegalArgumentException(
                    "must be from " + CivilDates.EARLIEST + " to " + CivilDates.LATEST + ", not " + date);
        }
        return date;
    }

    /** The JSON object in a body; an empty body is an empty object. Fields that are null are as good as absent. */
    static ObjectNode object(byte[] body) {
        if (body.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            if (MAPPER.readTree(body) instanceof ObjectNode object) {
                return withoutNulls(object);
            }
        } catch (IOException e) {
            throw malformed(e);
        }
        throw new BadInput("MALFORMED_JSON", null, "The body must be a JSON object.");
    }

    /** A parser of a body whose parts are read one by one. */
    static JsonParser parser(byte[] body) throws IOException {
        return PARSERS.createParser(body);
    }

    /** The part of a body that begins where the parser is. */
    static JsonNode part(JsonParser parser) throws IOException {
        return PARTS.readTree(parser);
    }

    static BadInput malformed(IOException e) {
        return new BadInput("MALFORMED_JSON", null, "The body is not well-formed JSON" + where(e) + ".");
    }

    private static String where(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line %d, column %d"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "";
    }

    static ObjectNode withoutNulls(ObjectNode object) {
        object.properties().removeIf(field -> field.getValue().isNull());
        object.forEach(child -> {
            switch (child) {
                case ObjectNode inner -> withoutNulls(inner);
                case ArrayNode list ->
                    list.forEach(item -> {
                        if (item instanceof ObjectNode inner) {
                            withoutNulls(inner);
                        }
                    });
                default -> {}
            }
        });
        return object;
    }

    /** Reads a body as a record. */
    public static <T> T read(byte[] body, Class<T> type) {
        return bind(object(body), type);
    }

    static <T> T bind(ObjectNode object, Class<T> type) {
        try {
            return MAPPER.treeToValue(object, type);
        } catch (UnrecognizedPropertyException e) {
            throw new BadInput("UNKNOWN_FIELD", path(e), "There is no field " + path(e) + " here.");
        } catch (ValueInstantiationException e) {
            var cause = e.getCause();
            throw invalid(e, cause == null || cause.getMessage() == null ? "is not a valid value" : cause.getMessage());
        } catch (InvalidFormatException e) {
            throw invalid(e, expected(e.getTargetType()));
        } catch (MismatchedInputException e) {
            throw e.getOriginalMessage().startsWith("Missing required creator property")
                    ? new BadInput("MISSING_FIELD", path(e), "The field " + path(e) + " is missing.")
                    : invalid(e, expected(e.getTargetType()));
        } catch (JsonMappingException e) {
            var cause = e.getCause();
            throw invalid(e, cause == null || cause.getMessage() == null ? "is not a valid value" : cause.getMessage());
        } catch (JsonProcessingException e) {
            throw new BadInput("MALFORMED_JSON", null, "The body is not well-formed JSON.");
        }
    }

    private static BadInput invalid(JsonMappingException e, String why) {
        var field = path(e);
        return new BadInput(
                "INVALID_FIELD",
                field.isEmpty() ? null : field,
                field.isEmpty() ? why + "." : field + ": " + why + ".");
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not a valid value";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (NUMBERS.contains(type)) {
            return "must be a whole number";
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2025-04-16";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.isRecord() && type.getRecordComponents().length > 1 ? "must be an object" : "must be text";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
