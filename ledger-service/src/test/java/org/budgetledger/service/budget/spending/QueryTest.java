package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** R10, R12: a spend is asked about against its outcome, and only a disallowance makes a debt. */
class QueryTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final SpendRecorded SPEND = spent("spend", SELF, CARE, "108.00", "2025-05-01");
    private static final SpendQueried QUERIED = queried("2025-05-12", false);

    @Test
    void a_spend_is_asked_about() {
        given(inControl(), SPEND)
                .when(query("2025-05-12"), CARE_MANAGER, on("2025-05-12"))
                .expectEvents(QUERIED);
    }

    @Test
    void a_query_is_late_after_28_days_the_day_of_the_spend_included() {
        given(inControl(), SPEND)
                .when(query("2025-05-28"), CARE_MANAGER, on("2025-05-28"))
                .expectEvents(queried("2025-05-28", false));
        given(inControl(), SPEND)
                .when(query("2025-05-29"), CARE_MANAGER, on("2025-05-29"))
                .expectEvents(queried("2025-05-29", true));
    }

    @Test
    void nobody_asks_about_a_spend_that_is_not_there() {
        given(inControl())
                .when(query("2025-05-12"), CARE_MANAGER, on("2025-05-12"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void nobody_asks_again_while_a_query_is_open() {
        given(inControl(), SPEND, QUERIED)
                .when(query("2025-05-13"), CARE_MANAGER, on("2025-05-13"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void a_spend_that_was_accepted_may_be_asked_about_again() {
        given(inControl(), SPEND, QUERIED, accepted())
                .when(query("2025-05-28"), CARE_MANAGER, on("2025-05-28"))
                .expectEvents(queried("2025-05-28", false));
    }

    @Test
    void nobody_asks_about_a_spend_of_which_nothing_is_left() {
        for (var end : List.of(reversed(), disallowed("108.00"))) {
            given(inControl(), SPEND, end)
                    .when(query("2025-05-28"), CARE_MANAGER, on("2025-05-28"))
                    .expectRefusal("NOTHING_LEFT");
        }
    }

    @Test
    void a_query_is_answered_and_may_be_answered_again() {
        var answered = new QueryAnswered(entry("spend"), text("Paint for the class"), day("2025-05-14"));
        given(inControl(), SPEND, QUERIED)
                .when(answer(), HOLDER, on("2025-05-14"))
                .expectEvents(answered);
        given(inControl(), SPEND, QUERIED, answered)
                .when(answer(), HOLDER, on("2025-05-14"))
                .expectEvents(answered);
    }

    @Test
    void there_is_nothing_to_answer_where_nobody_asked() {
        given(inControl(), SPEND)
                .when(answer(), HOLDER, on("2025-05-14"))
                .expectRefusal(Refusal.noOpenQuery(entry("spend")));
    }

    @Test
    void a_queried_spend_is_accepted() {
        given(inControl(), SPEND, QUERIED)
                .when(resolve(ResolveQuery.Resolution.ACCEPTED), CARE_MANAGER, on("2025-05-20"))
                .expectEvents(accepted());
    }

    @Test
    void what_is_left_of_a_disallowed_spend_is_a_debt() {
        // 108.00 less a refund of 54.00
        given(inControl(), SPEND, refund("54.00"), QUERIED)
                .when(resolve(ResolveQuery.Resolution.DISALLOWED), CARE_MANAGER, on("2025-05-20"))
                .expectEvents(disallowed("54.00"));
    }

    @Test
    void a_spend_that_was_wholly_refunded_is_not_disallowed() {
        given(inControl(), SPEND, QUERIED, refund("108.00"))
                .when(resolve(ResolveQuery.Resolution.DISALLOWED), CARE_MANAGER, on("2025-05-20"))
                .expectRefusal("NOTHING_LEFT");
    }

    @Test
    void a_spend_that_was_wholly_refunded_may_still_be_accepted() {
        given(inControl(), SPEND, QUERIED, refund("108.00"))
                .when(resolve(ResolveQuery.Resolution.ACCEPTED), CARE_MANAGER, on("2025-05-20"))
                .expectEvents(accepted());
    }

    @Test
    void there_is_nothing_to_resolve_where_nobody_asked() {
        given(inControl(), SPEND)
                .when(resolve(ResolveQuery.Resolution.ACCEPTED), CARE_MANAGER, on("2025-05-20"))
                .expectRefusal(Refusal.noOpenQuery(entry("spend")));
    }

    @Test
    void a_query_is_resolved_once() {
        for (var end : List.of(accepted(), disallowed("108.00"))) {
            given(inControl(), SPEND, QUERIED, end)
                    .when(resolve(ResolveQuery.Resolution.DISALLOWED), CARE_MANAGER, on("2025-05-20"))
                    .expectRefusal(Refusal.noOpenQuery(entry("spend")));
        }
    }

    @Test
    void a_reversal_closes_the_query() {
        given(inControl(), SPEND, QUERIED, reversed())
                .when(resolve(ResolveQuery.Resolution.DISALLOWED), CARE_MANAGER, on("2025-05-20"))
                .expectRefusal(Refusal.noOpenQuery(entry("spend")));
    }

    private static QuerySpend query(String on) {
        return new QuerySpend(COMMAND, AMARA, entry("spend"), text("What was it for?"), day(on));
    }

    private static SpendQueried queried(String on, boolean late) {
        return new SpendQueried(entry("spend"), text("What was it for?"), late, day(on));
    }

    private static AnswerQuery answer() {
        return new AnswerQuery(COMMAND, AMARA, entry("spend"), text("Paint for the class"), day("2025-05-14"));
    }

    private static ResolveQuery resolve(ResolveQuery.Resolution resolution) {
        return new ResolveQuery(
                COMMAND, AMARA, entry("spend"), resolution, text("As the outcome says"), day("2025-05-20"));
    }

    private static SpendAccepted accepted() {
        return new SpendAccepted(entry("spend"), text("As the outcome says"), day("2025-05-20"));
    }

    private static SpendDisallowed disallowed(String left) {
        return new SpendDisallowed(
                entry("spend"), SELF, CARE, gbp(left), text("As the outcome says"), day("2025-05-20"));
    }

    private static RefundReceived refund(String amount) {
        return new RefundReceived(
                entry("refund"), entry("spend"), SELF, CARE, gbp(amount), statementLine("line 8"), day("2025-05-10"));
    }

    private static EntryReversed reversed() {
        return new EntryReversed(
                entry("reversal"),
                entry("spend"),
                EntryKind.SPEND,
                SELF,
                CARE,
                gbp("108.00"),
                null,
                text("Typed twice"),
                day("2025-05-18"));
    }
}
