package org.budgetledger.service.budget.withdrawal;

import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.by;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;

import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Actor;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.ArrangeAlternative;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.HoldWithdrawalReview;
import org.budgetledger.api.budget.withdrawal.IssueWarning;
import org.budgetledger.api.budget.withdrawal.IssueWithdrawalNotice;
import org.budgetledger.api.budget.withdrawal.OfferSupport;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.Urgency;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.budget.withdrawal.WithdrawalStep;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** E8: a withdrawal takes its steps in order, each on its own day, and never leaves the person with nothing. */
class WithdrawalTest extends BudgetScenarios {
    private static final Actor PANEL = by("d.price", Role.PANEL);
    private static final Urgency FRAUD = new Urgency(Urgency.Ground.FRAUD, text("Forged payslips"));

    private static final BudgetEvent CONCERN =
            new ConcernRaised(text("No receipts since May"), CARE_MANAGER.id(), null, day("2025-06-02"));
    private static final BudgetEvent SUPPORT = new SupportOffered(text("A bookkeeper"), null, day("2025-06-09"));
    private static final BudgetEvent WARNING = new WarningIssued(text("It may end"), null, day("2025-06-30"));
    private static final BudgetEvent REVIEW =
            new WithdrawalReviewHeld(text("Nothing has changed"), null, day("2025-07-14"));
    private static final BudgetEvent NOTICE =
            new WithdrawalNoticeIssued(text("Money misused"), day("2025-08-17"), null, day("2025-07-21"));

    @Test
    void anyone_may_raise_a_concern_and_it_is_kept_who_did() {
        given(opened())
                .when(raise("2025-06-02"), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(CONCERN);
    }

    @Test
    void a_new_concern_starts_the_steps_again() {
        given(opened(), CONCERN, SUPPORT, WARNING)
                .when(raise("2025-07-01"), PANEL, on("2025-07-01"))
                .expectEvents(new ConcernRaised(text("No receipts since May"), PANEL.id(), null, day("2025-07-01")));
        given(
                        opened(),
                        CONCERN,
                        SUPPORT,
                        WARNING,
                        new ConcernRaised(text("Another"), PANEL.id(), null, day("2025-07-01")))
                .when(review("2025-07-14", null), CARE_MANAGER, on("2025-07-14"))
                .expectRefusal(new Refusal.StepsIncomplete(
                        List.of(WithdrawalStep.OFFER_SUPPORT, WithdrawalStep.ISSUE_WARNING), null));
    }

    @Test
    void no_concern_is_raised_once_notice_is_given() {
        given(underNotice())
                .when(raise("2025-07-22"), CARE_MANAGER, on("2025-07-22"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void each_step_follows_the_one_before_on_a_later_day() {
        given(opened(), CONCERN)
                .when(support("2025-06-09", null), CARE_MANAGER, on("2025-06-09"))
                .expectEvents(SUPPORT);
        given(opened(), CONCERN, SUPPORT)
                .when(warning("2025-06-30", null), CARE_MANAGER, on("2025-06-30"))
                .expectEvents(WARNING);
        given(opened(), CONCERN, SUPPORT, WARNING)
                .when(review("2025-07-14", null), CARE_MANAGER, on("2025-07-14"))
                .expectEvents(REVIEW);
        given(opened(), CONCERN, SUPPORT, WARNING, REVIEW)
                .when(notice("2025-07-21", "2025-08-17", null), CARE_MANAGER, on("2025-07-21"))
                .expectEvents(NOTICE);
    }

    @Test
    void support_is_refused_before_a_concern() {
        given(opened())
                .when(support("2025-06-09", null), CARE_MANAGER, on("2025-06-09"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(WithdrawalStep.RAISE_CONCERN), null));
    }

    @Test
    void a_warning_is_refused_before_support_was_offered() {
        given(opened(), CONCERN)
                .when(warning("2025-06-30", null), CARE_MANAGER, on("2025-06-30"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(WithdrawalStep.OFFER_SUPPORT), null));
    }

    @Test
    void a_notice_is_refused_before_the_review() {
        given(opened(), CONCERN, SUPPORT, WARNING)
                .when(notice("2025-07-21", null, null), CARE_MANAGER, on("2025-07-21"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(WithdrawalStep.HOLD_REVIEW), null));
    }

    @Test
    void urgency_lets_steps_share_a_day_but_skips_none() {
        given(opened(), CONCERN)
                .when(warning("2025-06-02", FRAUD), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(WithdrawalStep.OFFER_SUPPORT), null));
    }

    @Test
    void withdrawing_on_the_day_of_the_warning_names_the_steps_that_are_missing() {
        given(opened(), CONCERN, SUPPORT, WARNING)
                .when(withdraw("2025-06-30"), PANEL, on("2025-06-30"))
                .expectRefusal(new Refusal.StepsIncomplete(
                        List.of(WithdrawalStep.HOLD_REVIEW, WithdrawalStep.ISSUE_NOTICE), null));
    }

    @Test
    void withdrawing_out_of_the_blue_misses_every_step() {
        given(opened())
                .when(withdraw("2025-06-30"), PANEL, on("2025-06-30"))
                .expectRefusal(new Refusal.StepsIncomplete(
                        List.of(
                                WithdrawalStep.RAISE_CONCERN,
                                WithdrawalStep.OFFER_SUPPORT,
                                WithdrawalStep.ISSUE_WARNING,
                                WithdrawalStep.HOLD_REVIEW,
                                WithdrawalStep.ISSUE_NOTICE),
                        null));
    }

    @Test
    void two_steps_never_share_a_day() {
        given(opened(), CONCERN)
                .when(support("2025-06-02", null), CARE_MANAGER, on("2025-06-02"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-06-03")));
        given(opened(), CONCERN, SUPPORT)
                .when(warning("2025-06-09", null), CARE_MANAGER, on("2025-06-09"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-06-10")));
        given(opened(), CONCERN, SUPPORT, WARNING)
                .when(review("2025-06-30", null), CARE_MANAGER, on("2025-06-30"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-07-01")));
        given(opened(), CONCERN, SUPPORT, WARNING, REVIEW)
                .when(notice("2025-07-14", null, null), CARE_MANAGER, on("2025-07-14"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-07-15")));
    }

    @Test
    void two_steps_share_a_day_when_the_later_is_urgent_with_a_reason() {
        given(opened(), CONCERN)
                .when(support("2025-06-02", FRAUD), CARE_MANAGER, on("2025-06-02"))
                .expectEvents(new SupportOffered(text("A bookkeeper"), FRAUD, day("2025-06-02")));
    }

    @Test
    void no_step_is_dated_before_the_one_it_follows_however_urgent() {
        given(opened(), CONCERN, SUPPORT)
                .when(warning("2025-06-08", FRAUD), CARE_MANAGER, on("2025-06-30"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-06-09")));
    }

    @Test
    void a_step_is_taken_once() {
        given(opened(), CONCERN, SUPPORT)
                .when(support("2025-06-10", null), CARE_MANAGER, on("2025-06-10"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void the_notice_of_28_days_includes_the_day_it_is_given() {
        given(opened(), CONCERN, SUPPORT, WARNING, REVIEW)
                .when(notice("2025-07-21", "2025-08-16", null), CARE_MANAGER, on("2025-07-21"))
                .expectRefusal(new Refusal.NoticeTooShort(day("2025-08-17")));
    }

    @Test
    void the_last_day_is_the_end_of_the_notice_when_none_is_said() {
        given(opened(), CONCERN, SUPPORT, WARNING, REVIEW)
                .when(notice("2025-07-21", null, null), CARE_MANAGER, on("2025-07-21"))
                .expectEvents(NOTICE);
    }

    @Test
    void an_urgent_notice_is_as_long_as_any_other() {
        given(opened(), CONCERN, SUPPORT, WARNING, REVIEW)
                .when(notice("2025-07-14", "2025-08-09", FRAUD), CARE_MANAGER, on("2025-07-14"))
                .expectRefusal(new Refusal.NoticeTooShort(day("2025-08-10")));
    }

    @Test
    void an_alternative_is_arranged_at_any_point() {
        given(opened())
                .when(arrange("2025-08-18"), CARE_MANAGER, on("2025-06-01"))
                .expectEvents(new AlternativeArranged(managedFrom("2025-08-18"), day("2025-06-01")));
        given(underNotice())
                .when(arrange("2025-08-18"), CARE_MANAGER, on("2025-06-01"))
                .expectEvents(new AlternativeArranged(managedFrom("2025-08-18"), day("2025-06-01")));
    }

    @Test
    void a_budget_is_not_withdrawn_before_an_alternative_is_arranged() {
        given(underNotice())
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectRefusal(Refusal.alternativeNotArranged(day("2025-08-18")));
    }

    @Test
    void an_alternative_that_starts_the_day_after_the_last_day_is_in_time() {
        given(underNotice(), arranged("2025-08-18"))
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectEvents(new BudgetWithdrawn(
                        text("Money misused"), day("2025-08-17"), managedFrom("2025-08-18"), null, day("2025-08-18")));
    }

    @Test
    void what_a_notice_holds_back_is_allowed_from_the_day_after_it_ends() {
        given(underNotice(), arranged("2025-08-18"))
                .when(withdraw("2025-08-17"), PANEL, on("2025-08-17"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-08-18")));
    }

    @Test
    void an_alternative_that_leaves_one_day_without_support_is_too_late() {
        given(underNotice(), arranged("2025-08-19"))
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectRefusal(Refusal.alternativeNotArranged(day("2025-08-18")));
    }

    @Test
    void the_alternative_arranged_last_is_the_one_that_counts() {
        given(underNotice(), arranged("2025-08-18"), arranged("2025-09-01"))
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectRefusal("ALTERNATIVE_NOT_ARRANGED");
    }

    @Test
    void an_alternative_arranged_before_the_concern_still_counts() {
        given(opened(), arranged("2025-08-18"), CONCERN, SUPPORT, WARNING, REVIEW, NOTICE)
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectEvents(new BudgetWithdrawn(
                        text("Money misused"), day("2025-08-17"), managedFrom("2025-08-18"), null, day("2025-08-18")));
    }

    @Test
    void a_decision_that_there_is_no_eligible_need_takes_the_place_of_an_alternative() {
        var noNeed = new Alternative(
                Alternative.Kind.NO_ELIGIBLE_NEED, day("2025-08-01"), null, text("Moved in with her daughter"));
        given(underNotice(), new AlternativeArranged(noNeed, day("2025-08-01")))
                .when(withdraw("2025-08-18"), PANEL, on("2025-08-18"))
                .expectEvents(
                        new BudgetWithdrawn(text("Money misused"), day("2025-08-17"), noNeed, null, day("2025-08-18")));
    }

    @Test
    void who_raised_the_concern_does_not_withdraw() {
        given(underNotice(), arranged("2025-08-18"))
                .when(withdraw("2025-08-18"), CARE_MANAGER, on("2025-08-18"))
                .expectRefusal(new Refusal.SegregationOfDuties(CARE_MANAGER.id(), "raised the concern"));
    }

    @Test
    void a_budget_is_not_withdrawn_on_the_day_of_the_notice() {
        given(underNotice(), arranged("2025-08-18"))
                .when(withdraw("2025-07-21"), PANEL, on("2025-07-21"))
                .expectRefusal(new Refusal.StepsIncomplete(List.of(), day("2025-07-22")));
    }

    @Test
    void after_withdrawal_there_are_no_more_steps() {
        var withdrawn = new ArrayList<>(underNotice());
        withdrawn.add(arranged("2025-08-18"));
        withdrawn.add(new BudgetWithdrawn(
                text("Money misused"), day("2025-08-17"), managedFrom("2025-08-18"), null, day("2025-08-17")));
        var refusal = Refusal.budgetWithdrawn(day("2025-08-17"));
        for (var command : List.of(
                raise("2025-09-01"),
                support("2025-09-01", null),
                warning("2025-09-01", null),
                review("2025-09-01", null),
                notice("2025-09-01", null, null),
                arrange("2025-09-01"),
                withdraw("2025-09-01"))) {
            given(withdrawn).when(command, PANEL, on("2025-09-01")).expectRefusal(refusal);
        }
    }

    private static List<BudgetEvent> underNotice() {
        return List.of(opened(), CONCERN, SUPPORT, WARNING, REVIEW, NOTICE);
    }

    private static Alternative managedFrom(String startsOn) {
        return new Alternative(Alternative.Kind.ARRANGED, day(startsOn), gbp("175.00"), text("Managed by the council"));
    }

    private static AlternativeArranged arranged(String startsOn) {
        return new AlternativeArranged(managedFrom(startsOn), day("2025-06-01"));
    }

    private static ArrangeAlternative arrange(String startsOn) {
        return new ArrangeAlternative(COMMAND, AMARA, managedFrom(startsOn), day("2025-06-01"));
    }

    private static RaiseConcern raise(String on) {
        return new RaiseConcern(COMMAND, AMARA, text("No receipts since May"), null, day(on));
    }

    private static OfferSupport support(String on, @Nullable Urgency urgent) {
        return new OfferSupport(COMMAND, AMARA, text("A bookkeeper"), urgent, day(on));
    }

    private static IssueWarning warning(String on, @Nullable Urgency urgent) {
        return new IssueWarning(COMMAND, AMARA, text("It may end"), urgent, day(on));
    }

    private static HoldWithdrawalReview review(String on, @Nullable Urgency urgent) {
        return new HoldWithdrawalReview(COMMAND, AMARA, text("Nothing has changed"), urgent, day(on));
    }

    private static IssueWithdrawalNotice notice(String on, @Nullable String lastDay, @Nullable Urgency urgent) {
        return new IssueWithdrawalNotice(
                COMMAND, AMARA, text("Money misused"), lastDay == null ? null : day(lastDay), urgent, day(on));
    }

    private static WithdrawBudget withdraw(String on) {
        return new WithdrawBudget(COMMAND, AMARA, text("Money misused"), null, day(on));
    }
}
