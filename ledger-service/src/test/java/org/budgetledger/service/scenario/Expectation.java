package org.budgetledger.service.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an answer must hold, at least. Objects match by the fields that are named; a list matches when each element that is
 * named is found in it, in any order and each only once; an empty list is matched by an empty one; {@code null} is matched by
 * nothing at all.
 */
final class Expectation {
    /** The key that stands for the HTTP status rather than for a path. */
    static final String STATUS = "status";

    private Expectation() {}

    /** What differs, one readable line each; empty when the answer is as expected. */
    static List<String> differences(Map<String, JsonNode> expected, int status, JsonNode answer) {
        var differences = new ArrayList<String>();
        expected.forEach((path, value) -> {
            if (path.equals(STATUS)) {
                compare(STATUS, value, IntNode.valueOf(status), differences);
            } else {
                compare(path, value, AnswerPath.find(path, answer), differences);
            }
        });
        if (!expected.containsKey(STATUS) && status / 100 != 2 && !expected.containsKey("code")) {
            differences.add(STATUS + ": expected 2xx, got " + status);
        }
        return differences;
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            path + "." + field.getKey(), field.getValue(), actual.path(field.getKey()), differences));
        } else if (expected.isArray() && !expected.isEmpty() && actual.isArray()) {
            for (var element : expected) {
                if (!contains(actual, element)) {
                    differences.add(path + ": expected an element like " + element + ", got " + actual);
                    return;
                }
            }
            if (!eachToItsOwn(expected, 0, actual, new ArrayList<>())) {
                differences.add(path + ": expected each of " + expected + " once, got " + actual);
            }
        } else if (!same(expected, actual)) {
            differences.add(path + ": expected " + shown(expected) + ", got " + shown(actual));
        }
    }

    private static String shown(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "nothing" : node.toString();
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            return actual.isNull() || actual.isMissingNode();
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static boolean contains(JsonNode list, JsonNode element) {
        for (var candidate : list) {
            if (matches(element, candidate)) {
                return true;
            }
        }
        return false;
    }

    /** Two elements that look alike need two that match: tries every way to pair them. */
    private static boolean eachToItsOwn(JsonNode expected, int from, JsonNode actual, List<Integer> taken) {
        if (from == expected.size()) {
            return true;
        }
        for (var i = 0; i < actual.size(); i++) {
            if (!taken.contains(i) && matches(expected.get(from), actual.get(i))) {
                taken.add(i);
                if (eachToItsOwn(expected, from + 1, actual, taken)) {
                    return true;
                }
                taken.removeLast();
            }
        }
        return false;
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        compare("", expected, actual, differences);
        return differences.isEmpty();
    }
}
