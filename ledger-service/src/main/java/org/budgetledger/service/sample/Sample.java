package org.budgetledger.service.sample;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sample council, ready to be sent.
 *
 * @param today the day that all dates are relative to: nothing that has happened is later
 * @param budgets to be sent first, in any order
 * @param pools to be sent when the members' budgets are there
 * @param names who the people are, by the path of their budget; never part of a request (R32)
 * @param worthALook paths of budgets and pools with something to see
 */
record Sample(
        LocalDate today, List<Story> budgets, List<Story> pools, Map<String, String> names, List<String> worthALook) {
    Sample {
        budgets = List.copyOf(budgets);
        pools = List.copyOf(pools);
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        worthALook = List.copyOf(worthALook);
    }

    Stream<SampleRequest> requests() {
        return Stream.concat(budgets.stream(), pools.stream()).flatMap(story -> story.requests().stream());
    }
}
