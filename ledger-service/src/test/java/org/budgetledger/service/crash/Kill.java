package org.budgetledger.service.crash;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Kills something as {@code kill -9} does, and starts again what does not start by itself.
 *
 * @param what in words
 */
record Kill(String what, Consumer<RandomGenerator> happen) {}
