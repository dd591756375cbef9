package org.budgetledger.service.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the ledger's records, for what comes in and what goes out alike: what is not {@code @Nullable} is required,
 * and beside every {@code …Pence} stands, in answers, the sum as people write it.
 */
final class RecordSchemas implements ModelConverter {
    private static final String PENCE = "Pence";
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = TypeFactory.defaultInstance().constructType(asked.getType());
        var value = ValueSchemas.of(type.getRawClass());
        if (value != null) {
            return value;
        }
        if (isId(type.getRawClass())) {
            return ValueSchemas.uuid();
        }
        if (isOurs(type.getRawClass())) {
            var written = writtenAs(type.getRawClass());
            return written.isPresent()
                    ? context.resolve(new AnnotatedType(written.get().getGenericReturnType()))
                    : reference(type, context);
        }
        return others.hasNext() ? others.next().resolve(asked, context, others) : null;
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("org.budgetledger");
    }

    private static boolean isId(Class<?> type) {
        return isOurs(type)
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    /** The method that gives the one plain value that a record is written as. */
    private static Optional<Method> writtenAs(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private Schema<?> reference(JavaType type, ModelConverterContext context) {
        var name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            var schema = ValueSchemas.of("object");
            // Known before its components are, so that a record may hold its own kind.
            context.defineModel(name, schema);
            for (var component : type.getRawClass().getRecordComponents()) {
                add(component, type, schema, context);
            }
        }
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private String name(JavaType type) {
        var raw = type.getRawClass();
        var outer = raw.getEnclosingClass();
        var name = (outer == null ? "" : outer.getSimpleName())
                + raw.getSimpleName()
                + type.getBindings().getTypeParameters().stream()
                        .map(parameter -> "Of" + parameter.getRawClass().getSimpleName())
                        .collect(Collectors.joining());
        var first = named.putIfAbsent(name, raw);
        if (first != null && first != raw) {
            throw new IllegalStateException("two records cannot both be called " + name + ": " + first + " and " + raw);
        }
        return name;
    }

    private static void add(RecordComponent component, JavaType of, Schema<?> schema, ModelConverterContext context) {
        var name = jsonName(component);
        var type = TypeFactory.defaultInstance().resolveMemberType(component.getGenericType(), of.getBindings());
        var property = context.resolve(new AnnotatedType(type).resolveAsRef(true));
        schema.addProperty(name, isNullable(component) ? orNull(property) : property);
        if (!isNullable(component)) {
            schema.addRequiredItem(name);
        }
        if (name.endsWith(PENCE)) {
            schema.addProperty(name.substring(0, name.length() - PENCE.length()), formatted());
        }
    }

    static String jsonName(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> formatted() {
        return ValueSchemas.of("string")
                .readOnly(true)
                .description("The same sum as people write it.")
                .example("£1,234.56");
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, ValueSchemas.of("null")));
        }
        // A copy, because what was resolved once is given out again.
        Schema<?> copy = AnnotationsUtils.clone(schema, true);
        copy.addType("null");
        if (copy.getEnum() != null) {
            copy.addEnumItemObject(null);
        }
        return copy;
    }
}
