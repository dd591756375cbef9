package org.budgetledger.service.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** A place in an answer, such as {@code balancePence}, {@code members[0].equityPence} or {@code flags[0]}. */
final class AnswerPath {
    private static final Pattern PART = Pattern.compile("\\G(?:\\.?([^.\\[\\]]+)|\\[(\\d{1,6})])");

    private AnswerPath() {}

    /** Whether it can be read as a path at all. */
    static boolean wellFormed(String path) {
        var parts = PART.matcher(path);
        var end = 0;
        while (parts.find()) {
            end = parts.end();
        }
        return !path.isEmpty() && !path.startsWith(".") && end == path.length();
    }

    /** What stands there; a missing node when nothing does. */
    static JsonNode find(String path, JsonNode answer) {
        var parts = PART.matcher(path);
        var at = answer;
        while (parts.find() && !at.isMissingNode()) {
            var index = parts.group(2);
            at = index == null ? at.path(parts.group(1)) : at.path(Integer.parseInt(index));
        }
        return at;
    }
}
