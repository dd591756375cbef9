package org.budgetledger.service.budget.earmark;

import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Setting money aside: R11. */
class EarmarkTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void all_that_is_free_may_be_set_aside() {
        given(holding(line(CARE, "250.00")))
                .when(set("250.00"), HOLDER, on("2025-04-22"))
                .expectEvents(earmark("250.00"));
    }

    @Test
    void more_than_is_free_is_not_set_aside() {
        given(holding(line(CARE, "250.00")))
                .when(set("250.01"), HOLDER, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("250.00"), money("0.01"), null));
    }

    @Test
    void an_earmark_s_id_names_one_earmark() {
        given(holding(line(CARE, "250.00")), earmark("100.00"))
                .when(set("100.00"), HOLDER, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(item("earmark")));
    }

    @Test
    void all_that_is_set_aside_is_freed_when_no_part_is_named() {
        given(holding(line(CARE, "250.00")), earmark("100.00"))
                .when(release(null), HOLDER, on("2025-05-06"))
                .expectEvents(released("100.00"));
        given(holding(line(CARE, "250.00")), earmark("100.00"), released("30.00"))
                .when(release(null), HOLDER, on("2025-05-06"))
                .expectEvents(released("70.00"));
    }

    @Test
    void a_part_of_what_is_set_aside_is_freed() {
        given(holding(line(CARE, "250.00")), earmark("100.00"))
                .when(release("30.00"), HOLDER, on("2025-05-06"))
                .expectEvents(released("30.00"));
    }

    @Test
    void no_more_is_freed_than_is_left_of_it() {
        given(holding(line(CARE, "250.00")), earmark("100.00"), released("30.00"))
                .when(release("70.01"), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.exceedsEarmark(money("70.00")));
    }

    @Test
    void what_was_freed_whole_is_not_freed_again() {
        given(holding(line(CARE, "250.00")), earmark("100.00"), released("100.00"))
                .when(release(null), HOLDER, on("2025-05-06"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void what_nobody_set_aside_is_not_freed() {
        given(holding(line(CARE, "250.00")))
                .when(release(null), HOLDER, on("2025-05-06"))
                .expectRefusal(Refusal.unknownItem(item("earmark")));
    }

    private static SetEarmark set(String amount) {
        return new SetEarmark(
                COMMAND,
                AMARA,
                item("earmark"),
                null,
                CARE,
                gbp(amount),
                EarmarkPurpose.SAVINGS_GOAL,
                text("A DJ's deck"),
                day("2025-04-22"));
    }

    private static EarmarkSet earmark(String amount) {
        return new EarmarkSet(
                item("earmark"),
                SELF,
                CARE,
                gbp(amount),
                EarmarkPurpose.SAVINGS_GOAL,
                text("A DJ's deck"),
                day("2025-04-22"));
    }

    private static ReleaseEarmark release(@Nullable String amount) {
        return new ReleaseEarmark(
                COMMAND,
                AMARA,
                item("earmark"),
                amount == null ? null : gbp(amount),
                text("Bought second hand"),
                day("2025-05-06"));
    }

    private static EarmarkReleased released(String amount) {
        return new EarmarkReleased(
                item("earmark"), SELF, CARE, gbp(amount), text("Bought second hand"), day("2025-05-06"));
    }
}
