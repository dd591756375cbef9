package org.budgetledger.service.packs;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.budgetledger.api.CivilDates;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a pack's file, which knows its line: whatever is wrong there is said with it. YAML's own guesses are not taken:
 * a number is a whole number in decimal digits, yes or no is {@code true} or {@code false}, and a date is an ISO date.
 *
 * @param name what people call the place: its key, or its number in a list
 */
record PackNode(String file, String name, Node node) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");

    /** The whole of a file. */
    static PackNode read(String file, String text) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            var root = yaml.compose(new StringReader(text));
            if (root == null) {
                throw new WrongPack(file, 1, "there is nothing in it");
            }
            return new PackNode(file, "the pack", root);
        } catch (MarkedYAMLException e) {
            throw new WrongPack(file, line(e.getProblemMark()), "not well-formed YAML: " + e.getProblem());
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    WrongPack fault(String reason) {
        return new WrongPack(file, line(node.getStartMark()), reason);
    }

    /** The value that a text or other places make; what it says against them is said of this line. */
    <T> T make(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw fault(name + ": " + e.getMessage());
        }
    }

    /** The places under the keys, every one of which must be there, and no other. */
    Map<String, PackNode> keys(String... needed) {
        return keys(List.of(needed), List.of());
    }

    /** The places under the keys; those that are needed must be there, the others may be, and no more. */
    Map<String, PackNode> keys(Collection<String> needed, Collection<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(name + " must have keys: " + String.join(", ", needed));
        }
        var places = new LinkedHashMap<String, PackNode>();
        for (var entry : mapping.getValue()) {
            var key = new PackNode(file, "a key", entry.getKeyNode()).text();
            var place = new PackNode(file, key, entry.getKeyNode());
            if (!needed.contains(key) && !allowed.contains(key)) {
                throw place.fault(key + " is not a key of " + name);
            }
            if (places.put(key, new PackNode(file, key, entry.getValueNode())) != null) {
                throw place.fault(key + " is there twice");
            }
        }
        for (var key : needed) {
            if (!places.containsKey(key)) {
                throw fault(key + " is missing in " + name);
            }
        }
        return places;
    }

    List<PackNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault(name + " must be a list");
        }
        var number = new int[1];
        return sequence.getValue().stream()
                .map(item -> new PackNode(file, name + "[" + number[0]++ + "]", item))
                .toList();
    }

    /** The values of a list's items, none of them twice. */
    <T> List<T> listOf(Function<PackNode, T> value) {
        var seen = new LinkedHashMap<T, PackNode>();
        for (var item : list()) {
            var made = value.apply(item);
            if (seen.put(made, item) != null) {
                throw item.fault(made + " is there twice in " + name);
            }
        }
        return List.copyOf(seen.keySet());
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)
                || !scalar.getTag().equals(Tag.STR)
                || scalar.getValue().isBlank()) {
            throw fault(name + " must be text");
        }
        return scalar.getValue();
    }

    int wholeNumber(int least, int most) {
        var digits = plain();
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw fault(name + " must be a whole number, not '" + digits + "'");
        }
        var number = Integer.parseInt(digits);
        if (number < least || number > most) {
            throw fault(name + " must be from " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    boolean yesOrNo() {
        return switch (plain()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw fault(name + " must be true or false, not '" + plain() + "'");
        };
    }

    LocalDate date() {
        LocalDate date;
        try {
            date = LocalDate.parse(plain());
        } catch (DateTimeParseException e) {
            throw fault(name + " must be a date such as 2025-04-07, not '" + plain() + "'");
        }
        if (date.isBefore(CivilDates.EARLIEST) || date.isAfter(CivilDates.LATEST)) {
            throw fault(name + " must be from " + CivilDates.EARLIEST + " to " + CivilDates.LATEST + ", not " + date);
        }
        return date;
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        var word = plain();
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> fault(name + " must be one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))
                        + ", not '" + word + "'"));
    }

    /** What stands there, unquoted: a number in quotes is text. */
    private String plain() {
        if (node instanceof ScalarNode scalar && scalar.isPlain()) {
            return scalar.getValue();
        }
        throw fault(name + " must be a single value without quotes");
    }
}
