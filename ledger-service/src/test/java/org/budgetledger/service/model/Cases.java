package org.budgetledger.service.model;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Ten thousand random cases of a small property; a failure names the seed of its case. */
final class Cases {
    private static final int CASES = 10_000;

    private Cases() {}

    static void forEach(Consumer<RandomGenerator> property) {
        for (var seed = 1L; seed <= CASES; seed++) {
            try {
                property.accept(random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
