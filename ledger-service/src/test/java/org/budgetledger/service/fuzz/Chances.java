package org.budgetledger.service.fuzz;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Draws from the one seeded source, so that a seed tells the whole run. */
record Chances(Random random) {
    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int between(int least, int most) {
        return ((RandomGenerator) random).nextInt(least, most + 1);
    }
}
