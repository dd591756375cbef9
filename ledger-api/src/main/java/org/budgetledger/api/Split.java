package org.budgetledger.api;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a sum by weights with the largest-remainder method: each part gets its floor, and the pence left over go one each
 * to the largest remainders, ties to the earlier part. The parts always add up to the whole (domain §4).
 */
public final class Split {
    private Split() {}

    /**
     * The parts of a sum, one for each weight and in their order.
     *
     * @param whole the sum to divide; a negative sum is divided as its positive and negated
     * @param weights one non-negative weight a part, not all zero, in the order that breaks ties
     */
    public static List<Money> byWeights(Money whole, List<Long> weights) {
        var total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("weights must not be negative and not all be zero: " + weights);
        }
        if (whole.isNegative()) {
            return byWeights(whole.negated(), weights).stream()
                    .map(Money::negated)
                    .toList();
        }
        var parts = new long[weights.size()];
        var remainders = new BigInteger[weights.size()];
        var left = whole.pence();
        for (var i = 0; i < parts.length; i++) {
            var exact = BigInteger.valueOf(whole.pence())
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(total);
            parts[i] = exact[0].longValueExact();
            remainders[i] = exact[1];
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).mapToObj(Money::ofPence).toList();
    }
}
