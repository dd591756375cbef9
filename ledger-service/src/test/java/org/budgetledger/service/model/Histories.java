package org.budgetledger.service.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes, runs and shrinks histories. */
final class Histories {
    private Histories() {}

    /** Runs the history of a seed; says what went wrong, as short as it can be said, or nothing. */
    static @Nullable String disagreement(long seed) {
        var sides = new SideBySide();
        var generator = new HistoryGenerator(Cases.random(seed), sides.model);
        var history = new ArrayList<Step>();
        while (generator.hasNext()) {
            var step = generator.next();
            history.add(step);
            if (sides.step(step) != null) {
                return told(seed, shrunk(history));
            }
        }
        return null;
    }

    /** Leaves out whatever is not needed for the two to disagree. */
    static List<Step> shrunk(List<Step> failing) {
        var shortest = failing;
        for (var size = failing.size() / 2; size > 0; size = size == 1 ? 0 : size / 2) {
            for (var from = shortest.size() - size; from >= 0; from -= size) {
                var shorter = new ArrayList<>(shortest.subList(0, from));
                shorter.addAll(shortest.subList(from + size, shortest.size()));
                var failsAt = failsAt(shorter);
                if (failsAt >= 0) {
                    shortest = shorter.subList(0, failsAt + 1);
                    from = Math.min(from, shortest.size());
                }
            }
        }
        return shortest;
    }

    private static int failsAt(List<Step> history) {
        var sides = new SideBySide();
        for (var i = 0; i < history.size(); i++) {
            if (sides.step(history.get(i)) != null) {
                return i;
            }
        }
        return -1;
    }

    private static String told(long seed, List<Step> history) {
        var sides = new SideBySide();
        var text = new StringBuilder("The deciders and the rules disagree; again with -Dmodel.seed=" + seed + "\n");
        for (var step : history) {
            text.append("- ").append(step).append('\n');
            var disagreement = sides.step(step);
            if (disagreement != null) {
                text.append("  ").append(disagreement).append('\n');
            }
        }
        return text.toString();
    }
}
