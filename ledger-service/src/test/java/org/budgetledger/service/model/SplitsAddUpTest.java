package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.budgetledger.api.Amount;
import org.budgetledger.api.Money;
import org.budgetledger.api.Split;
import org.junit.jupiter.api.Test;

/** Domain §4: a split uses largest remainder; ties go to the earlier member; the parts always sum to the whole. */
class SplitsAddUpTest {
    @Test
    void the_parts_of_a_split_are_those_that_handing_out_penny_by_penny_gives() {
        Cases.forEach(random -> {
            var whole = whole(random);
            var weights = weights(random);
            assertThat(pence(whole, weights)).isEqualTo(NaiveArithmetic.split(whole, weights));
        });
    }

    @Test
    void the_parts_of_a_split_sum_to_the_whole() {
        Cases.forEach(random -> {
            var whole = whole(random);
            assertThat(pence(whole, weights(random)).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(whole);
        });
    }

    @Test
    void of_two_with_the_same_weight_the_later_never_gets_more_and_never_a_whole_penny_less_than_one() {
        Cases.forEach(random -> {
            var parts = pence(whole(random), Collections.nCopies(random.nextInt(1, 12), random.nextLong(1, 1_000)));
            for (var i = 1; i < parts.size(); i++) {
                assertThat(parts.get(i - 1) - parts.get(i)).isBetween(0L, 1L);
            }
            assertThat(parts.getFirst() - parts.getLast()).isBetween(0L, 1L);
        });
    }

    @Test
    void a_negative_sum_is_split_as_its_positive_turned_round() {
        Cases.forEach(random -> {
            var whole = whole(random);
            var weights = weights(random);
            assertThat(pence(-whole, weights))
                    .isEqualTo(pence(whole, weights).stream().map(part -> -part).toList());
        });
    }

    @Test
    void a_penny_between_two_equals_goes_to_the_earlier() {
        assertThat(pence(1, List.of(1L, 1L))).containsExactly(1L, 0L);
        assertThat(pence(5, List.of(2L, 2L, 2L))).containsExactly(2L, 2L, 1L);
    }

    @Test
    void weights_that_are_negative_or_all_nothing_divide_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(Money.ofPence(1), List.of(0L, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(Money.ofPence(1), List.of(2L, -1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(Money.ofPence(1), List.of()));
    }

    private static List<Long> pence(long whole, List<Long> weights) {
        return Split.byWeights(Money.ofPence(whole), weights).stream()
                .map(Money::pence)
                .toList();
    }

    private static long whole(RandomGenerator random) {
        return random.nextInt(4) == 0 ? random.nextLong(0, Amount.MAX_PENCE + 1) : random.nextLong(0, 200);
    }

    private static List<Long> weights(RandomGenerator random) {
        var weights = new ArrayList<Long>();
        for (var i = random.nextInt(0, 9); i > 0; i--) {
            weights.add(
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextLong(0, 4);
                        case 1 -> random.nextLong(0, 60_000);
                        default -> random.nextLong(0, Amount.MAX_PENCE + 1);
                    });
        }
        weights.add(random.nextInt(weights.size() + 1), random.nextLong(1, 5));
        return weights;
    }
}
