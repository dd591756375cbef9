package org.budgetledger.service.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The arithmetic of domain §4, done the slow way. */
final class NaiveArithmetic {
    private NaiveArithmetic() {}

    /**
     * Largest remainder: everyone gets their part rounded down; then, a penny at a time, whoever is furthest from their exact
     * part and has had none yet, the earlier first.
     */
    static List<Long> split(long whole, List<Long> weights) {
        var total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<Long>();
        var missing = new ArrayList<BigInteger>();
        var left = whole;
        for (var weight : weights) {
            var exact = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weight));
            var part = exact.divide(total).longValueExact();
            parts.add(part);
            missing.add(exact.subtract(total.multiply(BigInteger.valueOf(part))));
            left -= part;
        }
        for (; left > 0; left--) {
            var next = missing.indexOf(Collections.max(missing));
            parts.set(next, parts.get(next) + 1);
            missing.set(next, BigInteger.valueOf(-1));
        }
        return parts;
    }

    /** A rate over some days: pence a week × days ÷ 7, half a penny up, once. */
    static long line(long weeklyPence, int days) {
        return BigDecimal.valueOf(weeklyPence)
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(7), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
