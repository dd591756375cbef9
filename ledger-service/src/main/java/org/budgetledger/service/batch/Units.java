package org.budgetledger.service.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.budgetledger.api.BudgetId;

/** Parts commands into units of work. */
final class Units {
    /** What is stored together: long enough that storing is cheap, short enough that nobody waits long for a budget in it. */
    static final int MAX_COMMANDS = 500;

    private Units() {}

    /**
     * Units by lanes. Lanes have no budget in common and may go side by side; the units of a lane follow one another. Within a
     * unit budgets come in the order of their ids, and the commands of a budget in the order they were given in.
     */
    static List<List<List<BudgetPart>>> lanes(List<Placed> commands) {
        var byBudget = new TreeMap<BudgetId, List<Placed>>(Comparator.comparing(BudgetId::value));
        for (var one : commands) {
            byBudget.computeIfAbsent((BudgetId) one.stream(), _ -> new ArrayList<>())
                    .add(one);
        }
        var lanes = new ArrayList<List<List<BudgetPart>>>();
        var unit = new ArrayList<BudgetPart>();
        var commandsInUnit = 0;
        for (var entry : byBudget.entrySet()) {
            var part = new BudgetPart(entry.getKey(), entry.getValue());
            var size = part.commands().size();
            if (size > MAX_COMMANDS) {
                lanes.add(oneAfterAnother(part));
                continue;
            }
            if (commandsInUnit + size > MAX_COMMANDS) {
                lanes.add(List.of(List.copyOf(unit)));
                unit.clear();
                commandsInUnit = 0;
            }
            unit.add(part);
            commandsInUnit += size;
        }
        if (!unit.isEmpty()) {
            lanes.add(List.of(List.copyOf(unit)));
        }
        return lanes;
    }

    private static List<List<BudgetPart>> oneAfterAnother(BudgetPart part) {
        var units = new ArrayList<List<BudgetPart>>();
        for (var from = 0; from < part.commands().size(); from += MAX_COMMANDS) {
            var to = Math.min(from + MAX_COMMANDS, part.commands().size());
            units.add(List.of(new BudgetPart(part.budget(), part.commands().subList(from, to))));
        }
        return units;
    }
}
