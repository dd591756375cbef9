package org.budgetledger.service.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.service.given.Samples;
import org.jspecify.annotations.Nullable;

/** The golden files, and what is in them. */
final class Golden {
    private static final Path FOLDER = folder();

    /** A sum is a rate or one-off: one of the two has to be there. */
    private static final Set<String> ONE_OFF =
            Set.of("BudgetAllocated.oneOff", "AllocationRevised.oneOff", "AllocationRevised.revises");

    private Golden() {}

    static List<String> files() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return LedgerJson.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends LedgerEvent> T read(String file, Class<T> type) {
        try {
            return LedgerJson.MAPPER.readValue(bytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the store writes it. */
    static byte[] written(LedgerEvent event) {
        try {
            return LedgerJson.MAPPER.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(Object event) {
        try {
            return LedgerJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The components, at any depth, that the event goes without. */
    static List<String> absentIn(Object event) {
        return components(event)
                .filter(component -> !Samples.leftOut(component.of()) && empty(component.value()))
                .map(Component::name)
                .toList();
    }

    /** The components, at any depth, that are there although the event could go without them. */
    static List<String> givenThoughNullable(Object event) {
        return components(event)
                .filter(component -> Samples.nullable(component.of()) && !empty(component.value()))
                .map(Component::name)
                .filter(name -> !ONE_OFF.contains(name))
                .toList();
    }

    static boolean hasNullable(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> Samples.nullable(component)
                        || recordsIn(component.getGenericType()).anyMatch(Golden::hasNullable));
    }

    /** Every constant that an event can hold, as {@code Type.CONSTANT}. */
    static List<String> words(List<? extends Class<?>> types) {
        var words = new TreeSet<String>();
        types.forEach(type -> addWords(type, words));
        return List.copyOf(words);
    }

    private static void addWords(Class<?> type, Set<String> words) {
        for (var component : type.getRecordComponents()) {
            typesIn(component.getGenericType()).forEach(inside -> {
                if (inside.isEnum()) {
                    Arrays.stream(inside.getEnumConstants())
                            .forEach(constant -> words.add(inside.getSimpleName() + "." + constant));
                } else if (inside.isRecord()) {
                    addWords(inside, words);
                }
            });
        }
    }

    private static Stream<Class<?>> recordsIn(Type type) {
        return typesIn(type).filter(Class::isRecord);
    }

    private static Stream<Class<?>> typesIn(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType list ->
                Arrays.stream(list.getActualTypeArguments()).flatMap(Golden::typesIn);
            default -> Stream.of();
        };
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> several && several.isEmpty());
    }

    private record Component(RecordComponent of, @Nullable Object value) {
        String name() {
            return of.getDeclaringRecord().getSimpleName() + "." + of.getName();
        }
    }

    /** The components of an event and of the records in it. */
    private static Stream<Component> components(Object holder) {
        return Arrays.stream(holder.getClass().getRecordComponents()).flatMap(of -> {
            var value = valueOf(of, holder);
            var inside = value instanceof Collection<?> several
                    ? several.stream()
                    : value == null ? Stream.of() : Stream.of(value);
            return Stream.concat(
                    Stream.of(new Component(of, value)),
                    inside.filter(Record.class::isInstance).flatMap(Golden::components));
        });
    }

    private static @Nullable Object valueOf(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden"), "the golden files")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
