package org.budgetledger.service.deployment;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a query to Prometheus asks for: its series, by name and by the labels that they must have. */
final class Selectors {
    private static final Pattern CLAUSE =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private Selectors() {}

    /** A series that is asked for, with the labels that it is chosen by. */
    record Selector(String name, Set<String> labels) implements Comparable<Selector> {
        @Override
        public int compareTo(Selector other) {
            return toString().compareTo(other.toString());
        }
    }

    /** The series that a query names. */
    static Set<Selector> in(String query) {
        var found = new TreeSet<Selector>();
        var text = CLAUSE.matcher(query.replaceAll("\"[^\"]*\"", "\"\"").replaceAll("\\[[^\\]]*\\]", ""))
                .replaceAll(" ");
        var labels = Pattern.compile("\\{[^}]*\\}").matcher(text);
        var bare =
                NAME.matcher(labels.replaceAll(gone -> " ".repeat(gone.group().length())));
        while (bare.find()) {
            var after = text.substring(bare.end()).stripLeading();
            var number = bare.start() > 0 && Character.isDigit(text.charAt(bare.start() - 1));
            if (!number && !after.startsWith("(") && !WORDS.contains(bare.group())) {
                found.add(new Selector(bare.group(), after.startsWith("{") ? labels(after) : Set.of()));
            }
        }
        return found;
    }

    private static Set<String> labels(String text) {
        var labels = new TreeSet<String>();
        Matcher label = LABEL.matcher(text.substring(0, text.indexOf('}')));
        while (label.find()) {
            labels.add(label.group(1));
        }
        return labels;
    }
}
