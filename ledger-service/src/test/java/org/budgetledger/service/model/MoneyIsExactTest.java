package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.budgetledger.api.Amount;
import org.budgetledger.api.Money;
import org.junit.jupiter.api.Test;

/** Domain §4: whole pence, exact; what does not fit is refused and never wraps round. */
class MoneyIsExactTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    @Test
    void adding_and_taking_away_is_exact_or_refused() {
        Cases.forEach(random -> {
            var one = pence(random);
            var other = pence(random);
            exactOrRefused(
                    () -> Money.ofPence(one).plus(Money.ofPence(other)),
                    BigInteger.valueOf(one).add(BigInteger.valueOf(other)));
            exactOrRefused(
                    () -> Money.ofPence(one).minus(Money.ofPence(other)),
                    BigInteger.valueOf(one).subtract(BigInteger.valueOf(other)));
            exactOrRefused(
                    () -> Money.ofPence(one).negated(), BigInteger.valueOf(one).negate());
        });
    }

    @Test
    void comparing_follows_the_figures() {
        Cases.forEach(random -> {
            var one = pence(random);
            var other = random.nextInt(4) == 0 ? one : pence(random);
            var order = BigInteger.valueOf(one).compareTo(BigInteger.valueOf(other));
            var money = Money.ofPence(one);
            assertThat(money.exceeds(Money.ofPence(other))).isEqualTo(order > 0);
            assertThat(Integer.signum(money.compareTo(Money.ofPence(other)))).isEqualTo(order);
            assertThat(money.isNegative()).isEqualTo(one < 0);
            assertThat(money.isPositive()).isEqualTo(one > 0);
            assertThat(money.isZero()).isEqualTo(one == 0);
            assertThat(money.orZeroIfNegative().pence()).isEqualTo(one < 0 ? 0 : one);
        });
    }

    @Test
    void a_sum_is_from_one_penny_to_ten_million_million_pounds_and_nothing_else() {
        Cases.forEach(random -> {
            var pence = random.nextBoolean()
                    ? pence(random)
                    : random.nextBoolean() ? random.nextLong(-3, 4) : 1_000_000_000_000_000L + random.nextLong(-3, 4);
            if (pence >= 1 && pence <= 1_000_000_000_000_000L) {
                assertThat(Amount.ofPence(pence).money()).isEqualTo(Money.ofPence(pence));
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> Amount.ofPence(pence));
            }
        });
    }

    private static void exactOrRefused(Supplier<Money> arithmetic, BigInteger exact) {
        if (exact.compareTo(LEAST) < 0 || exact.compareTo(MOST) > 0) {
            assertThatThrownBy(arithmetic::get).isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(arithmetic.get().pence()).isEqualTo(exact.longValueExact());
        }
    }

    private static long pence(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong(-1_000, 1_001);
            case 2 -> Long.MAX_VALUE - random.nextLong(0, 1_000);
            default -> Long.MIN_VALUE + random.nextLong(0, 1_000);
        };
    }
}
