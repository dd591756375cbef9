package org.budgetledger.projections.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.TrustTerms;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.api.budget.plan.Outcome;
import org.budgetledger.api.budget.plan.OutcomeDomain;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.SupportPlan;
import org.budgetledger.api.budget.review.CareManagerReview;
import org.budgetledger.api.budget.review.CaseloadLine;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.review.GetTrustReview;
import org.budgetledger.api.budget.review.ListCaseload;
import org.budgetledger.api.budget.review.Okay;
import org.budgetledger.api.budget.review.OkayStanding;
import org.budgetledger.api.budget.review.OpenQuery;
import org.budgetledger.api.budget.review.OutcomeAssessed;
import org.budgetledger.api.budget.review.OutcomeResult;
import org.budgetledger.api.budget.review.OutsideApprovalRule;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.review.Said;
import org.budgetledger.api.budget.review.SpentOnOutcome;
import org.budgetledger.api.budget.review.TrustStanding;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** E4: a trust, its flags and a shortage of trustees; and that the three pages of a review agree. */
class UserControlledTrustTest {
    private static final DeploymentId TRUST = Events.TRUST;
    private final BudgetId budget = Events.budget();
    private final ItemId swimming = Events.item();
    private final EntryId oneApprover = Events.entry();

    @Test
    void the_trust_page_adds_up_and_shows_what_is_outside_the_approval_rule() {
        try (var readSide = new ReadSide()) {
            story(readSide);
            var p2 = trustOn(readSide, "2025-05-30");
            // £1,650.00 less £75.00, £1,180.00, £96.40 and £40.00.
            assertThat(p2.left()).isEqualTo(Money.ofPence(25_860));
            assertThat(p2.spent()).isEqualTo(Money.ofPence(139_140));
            assertThat(p2.spentByOutcome())
                    .containsExactly(
                            new SpentOnOutcome(null, null, Money.ofPence(131_640)),
                            new SpentOnOutcome(swimming, Events.text("I swim every week"), Money.ofPence(7_500)));
            assertThat(p2.moneyIn().minus(p2.spent()).minus(p2.movedOut())).isEqualTo(p2.left());
            assertThat(p2.outsideApprovalRule()).isEmpty();
            assertThat(p2.whatToSend()).isEmpty();
            assertThat(p2.trustees()).hasSize(3);
            assertThat(p2.agreementInForce()).isTrue();

            readSide.append(
                    budget,
                    Events.released(TRUST, "2025-05-30", Events.of(FundingStream.SOCIAL_CARE, 165_000)),
                    Events.spent(
                            oneApprover,
                            TRUST,
                            FundingStream.SOCIAL_CARE,
                            30_000,
                            "2025-06-02",
                            null,
                            null,
                            List.of(SpendFlag.APPROVAL_RULE)));
            var p3 = trustOn(readSide, "2025-06-02");
            assertThat(p3.outsideApprovalRule())
                    .containsExactly(
                            new OutsideApprovalRule(oneApprover, Money.ofPence(30_000), 0, Events.day("2025-06-02")));
            // £258.60 + £1,650.00 − £300.00.
            assertThat(p3.left()).isEqualTo(Money.ofPence(160_860));
            assertThat(readSide.balance(budget, Events.day("2025-06-02")).balance())
                    .isEqualTo(p3.left());
        }
    }

    @Test
    void a_shortage_of_trustees_on_1_june_is_overdue_from_29_june() {
        try (var readSide = new ReadSide()) {
            story(readSide);
            readSide.append(
                    budget,
                    new TrusteesChanged(
                            TRUST,
                            List.of(),
                            List.of(Events.person(13)),
                            List.of(Events.person(11), Events.person(12)),
                            Events.day("2025-06-28"),
                            Events.day("2025-06-01")));
            var before = trustOn(readSide, "2025-06-28");
            assertThat(before.putRightBy()).isEqualTo(Events.day("2025-06-28"));
            assertThat(before.shortageOverdueFrom()).isEqualTo(Events.day("2025-06-29"));
            assertThat(before.shortageOverdue()).isFalse();
            assertThat(before.trustees()).hasSize(2);
            assertThat(trustOn(readSide, "2025-06-29").shortageOverdue()).isTrue();
            assertThat(careManager(readSide, "2025-06-29").trustIssues())
                    .containsExactly("trust has too few trustees, overdue from 2025-06-29.");
            // The P4 release goes ahead (R17).
            readSide.append(
                    budget, Events.released(TRUST, "2025-06-27", Events.of(FundingStream.SOCIAL_CARE, 165_000)));
            assertThat(trustOn(readSide, "2025-06-29").left()).isEqualTo(Money.ofPence(190_860));
        }
    }

    @Test
    void the_three_pages_and_the_balance_agree_to_the_penny() {
        try (var readSide = new ReadSide()) {
            story(readSide);
            readSide.append(
                    budget,
                    new EarmarkSet(
                            Events.item(),
                            TRUST,
                            FundingStream.SOCIAL_CARE,
                            Events.pence(10_000),
                            EarmarkPurpose.HOLIDAY_PAY,
                            null,
                            Events.day("2025-05-20")),
                    new SpendQueried(oneApprover, Events.text("What was it for?"), false, Events.day("2025-05-20")));
            var today = Events.day("2025-06-01");
            var balance = readSide.balance(budget, today);
            var recipient =
                    readSide.ask(new GetRecipientReview(ReadSide.NORTHMERE, budget, today, readSide.version(budget)));
            var trust = trustOn(readSide, "2025-06-01");
            var careManager = careManager(readSide, "2025-06-01");
            assertThat(List.of(recipient.left(), trust.left(), careManager.balance()))
                    .containsOnly(balance.balance());
            assertThat(List.of(recipient.free(), careManager.free())).containsOnly(balance.free());
            assertThat(balance.free()).isEqualTo(Money.ofPence(15_860));
            assertThat(List.of(recipient.asAt(), careManager.asAt())).containsOnly(balance.asAt());
            assertThat(recipient.managedForYou().plus(recipient.cameIn()).minus(recipient.wentOut()))
                    .isEqualTo(recipient.left());
            assertThat(recipient.putAside()).isEqualTo(trust.setAside());
            assertThat(recipient.whatYouGet().getFirst().weekly()).isEqualTo(Money.ofPence(41_250));
            assertThat(recipient.inWords()).contains("£1,650.00 came in and £1,391.40 went out.");
            assertThat(careManager.openQueries()).extracting(OpenQuery::ageDays).containsExactly(12L);
            assertThat(trust.whatToSend()).hasSize(1);
        }
    }

    @Test
    void the_first_review_is_due_six_months_after_the_first_payment_and_then_when_the_last_one_says() {
        try (var readSide = new ReadSide()) {
            story(readSide);
            // Paid first on 2 May 2025.
            assertThat(careManager(readSide, "2025-11-02").reviewDueOn()).isEqualTo(Events.day("2025-11-02"));
            assertThat(careManager(readSide, "2025-11-02").reviewOverdue()).isFalse();
            assertThat(careManager(readSide, "2025-11-03").reviewOverdue()).isTrue();
            readSide.append(
                    budget,
                    new ReviewHeld(
                            Events.item(),
                            Okay.MOSTLY,
                            Said.HOLDER,
                            Events.text("Getting there"),
                            Events.day("2025-11-03"),
                            Events.day("2026-11-03")),
                    new OutcomeAssessed(swimming, OutcomeResult.PARTLY, Said.HOLDER, null, Events.day("2025-11-03")));
            var after = careManager(readSide, "2025-11-03");
            assertThat(after.reviewDueOn()).isEqualTo(Events.day("2026-11-03"));
            assertThat(after.okay())
                    .isEqualTo(new OkayStanding(
                            Okay.MOSTLY, Said.HOLDER, Events.text("Getting there"), Events.day("2025-11-03")));
            assertThat(after.domains().getFirst().outcomes().getFirst().result())
                    .isEqualTo(OutcomeResult.PARTLY);
        }
    }

    @Test
    void a_caseload_has_those_whose_review_is_due_first_at_the_top_and_turns_its_pages() {
        try (var readSide = new ReadSide()) {
            var later = Events.budget();
            var never = Events.budget();
            readSide.append(never, Events.opened(never, "2025-01-01"));
            readSide.append(
                    later,
                    Events.opened(later, "2025-02-01"),
                    Events.released(Events.SELF, "2025-06-27", Events.of(FundingStream.HEALTH, 100)),
                    Events.spent(Events.SELF, FundingStream.HEALTH, 101, "2025-06-28"));
            story(readSide);
            readSide.settle();
            var today = Events.day("2025-12-01");
            var first = readSide.ask(new ListCaseload(ReadSide.NORTHMERE, Paging.first(2), today));
            assertThat(first.lines()).extracting(CaseloadLine::budgetId).containsExactly(budget, later);
            assertThat(first.lines()).extracting(CaseloadLine::reviewOverdue).containsExactly(true, false);
            assertThat(first.lines())
                    .extracting(CaseloadLine::overdrawnAccounts)
                    .containsExactly(0, 1);
            var next = Cursor.of(Objects.requireNonNull(first.next()).toString());
            var second = readSide.ask(
                    new ListCaseload(ReadSide.NORTHMERE, Paging.first(2).after(next), today));
            assertThat(second.lines()).extracting(CaseloadLine::budgetId).containsExactly(never);
            assertThat(second.next()).isNull();
        }
    }

    private void story(ReadSide readSide) {
        var terms = new TrustTerms(
                Events.text("To live at home"),
                Events.text("Minutes twice a year"),
                List.of(Events.person(11), Events.person(12), Events.person(13)),
                2);
        var outcome = new Outcome(swimming, OutcomeDomain.HOW_I_SPEND_MY_TIME, Events.text("I swim every week"));
        readSide.append(
                budget,
                Events.opened(budget, "2025-04-01"),
                Events.weekly(FundingStream.SOCIAL_CARE, 41_250, "2025-05-05"),
                new AllocationNotified(Events.day("2025-04-10"), null),
                Events.deployed(TRUST, DegreeOfControl.TRUST, "2025-05-05"),
                new PlanAgreed(
                        new SupportPlan(List.of(outcome), null, null), AgreementRoute.PANEL, Events.day("2025-04-20")),
                new AgreementSigned(
                        Events.item(),
                        TRUST,
                        Events.day("2025-05-02"),
                        Events.day("2025-05-02"),
                        null,
                        terms,
                        new ApprovalRule(2, Events.pence(25_000))),
                Events.released(TRUST, "2025-05-02", Events.of(FundingStream.SOCIAL_CARE, 165_000)),
                Events.spent(
                        Events.entry(),
                        TRUST,
                        FundingStream.SOCIAL_CARE,
                        7_500,
                        "2025-05-06",
                        swimming,
                        null,
                        List.of()),
                Events.spent(TRUST, FundingStream.SOCIAL_CARE, 118_000, "2025-05-09"),
                Events.spent(TRUST, FundingStream.SOCIAL_CARE, 9_640, "2025-05-12"),
                Events.spent(TRUST, FundingStream.SOCIAL_CARE, 4_000, "2025-05-15"));
    }

    private TrustStanding trustOn(ReadSide readSide, String today) {
        return readSide.ask(new GetTrustReview(ReadSide.NORTHMERE, budget, Events.day(today), readSide.version(budget)))
                .trusts()
                .getFirst();
    }

    private CareManagerReview careManager(ReadSide readSide, String today) {
        return readSide.ask(
                new GetCareManagerReview(ReadSide.NORTHMERE, budget, Events.day(today), readSide.version(budget)));
    }
}
