package org.budgetledger.service.scenario;

import java.util.List;

/** A story: steps in their order, told in one file. */
record Scenario(String file, String name, List<Step> steps) {
    Scenario {
        steps = List.copyOf(steps);
    }
}
