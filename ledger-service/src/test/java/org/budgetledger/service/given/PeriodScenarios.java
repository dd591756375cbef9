package org.budgetledger.service.given;

import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.budgetledger.api.Actor;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.period.Books;
import org.budgetledger.service.period.PeriodDecider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Given these events of an authority's books and this pack, when this command comes, expect those events or that refusal. */
@Tag("given-when-then")
public abstract class PeriodScenarios {
    protected static Given given(PeriodEvent... history) {
        return new Given(Arrays.stream(history).reduce(Books.NONE, Books::evolve, (_, after) -> after), null);
    }

    /** What the books have come to, and the pack that was made for the command to come. */
    protected record Given(Books books, @Nullable DrawnPack pack) {
        public Given withPack(DrawnPack made) {
            return new Given(books, made);
        }

        public Then when(PeriodCommand command, Actor actor, Instant at) {
            return new Then(
                    command,
                    PeriodDecider.decide(command, new Context(actor, at), PayCalendar.FOUR_WEEKLY_2025, books, pack));
        }
    }

    /** What came of a command. */
    protected record Then(PeriodCommand command, Decision<PeriodEvent> decision) {
        public void expectEvent(PeriodEvent event) {
            Assertions.assertThat(decision).isEqualTo(Decision.accepted(event));
            Exercised.accepted(command);
        }

        public void expectRefusal(Refusal refusal) {
            Assertions.assertThat(decision).isEqualTo(Decision.<PeriodEvent>refused(refusal));
            Exercised.refused(command, refusal.code());
        }

        public void expectRefusal(String code) {
            Assertions.assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Refused.class,
                            refused -> Assertions.assertThat(refused.refusal().code())
                                    .isEqualTo(code));
            Exercised.refused(command, code);
        }
    }
}
