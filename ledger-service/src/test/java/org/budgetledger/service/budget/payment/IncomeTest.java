package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.HOLDER;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;

import java.util.List;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money that comes in from elsewhere: E15, R13, R14. */
class IncomeTest extends BudgetScenarios {
    private static final Evidence EVIDENCE = statementLine("line 7");

    @Test
    void a_contribution_comes_in() {
        given(inControl())
                .when(contribution(FundingStream.SOCIAL_CARE), RECONCILER, on("2025-04-22"))
                .expectEvents(new ContributionReceived(
                        entry("money in"),
                        SELF,
                        FundingStream.SOCIAL_CARE,
                        gbp("117.45"),
                        EVIDENCE,
                        day("2025-04-22")));
    }

    @Test
    void what_was_called_a_contribution_to_health_waits_to_be_explained() {
        given(inControl())
                .when(contribution(FundingStream.HEALTH), RECONCILER, on("2025-04-22"))
                .expectEvents(credit(FundingStream.HEALTH, "117.45", Holding.SUSPENSE, CreditKind.CONTRIBUTION));
    }

    @Test
    void a_top_up_comes_in_where_it_is_permitted() {
        given(inControl())
                .when(topUp(FundingStream.SOCIAL_CARE), HOLDER, on("2025-04-22"))
                .expectEvents(new TopUpReceived(
                        entry("money in"),
                        SELF,
                        FundingStream.SOCIAL_CARE,
                        gbp("105.60"),
                        EVIDENCE,
                        day("2025-04-22")));
    }

    @Test
    void a_top_up_on_health_is_refused_as_a_decision() {
        given(inControl())
                .when(topUp(FundingStream.HEALTH), HOLDER, on("2025-04-22"))
                .expectRefusal(Refusal.topUpProhibited(FundingStream.HEALTH));
    }

    @Test
    void a_bank_credit_that_looks_like_a_top_up_on_health_is_quarantined() {
        given(inControl())
                .when(recordCredit(FundingStream.HEALTH, CreditKind.TOP_UP), RECONCILER, on("2025-04-22"))
                .expectEvents(credit(FundingStream.HEALTH, "105.60", Holding.QUARANTINE, CreditKind.TOP_UP));
    }

    @Test
    void a_credit_that_may_be_a_permitted_top_up_waits_in_suspense() {
        given(inControl())
                .when(recordCredit(FundingStream.SOCIAL_CARE, CreditKind.TOP_UP), RECONCILER, on("2025-04-22"))
                .expectEvents(credit(FundingStream.SOCIAL_CARE, "105.60", Holding.SUSPENSE, CreditKind.TOP_UP));
    }

    @Test
    void a_credit_that_nobody_has_a_word_for_waits_in_suspense() {
        given(inControl())
                .when(recordCredit(FundingStream.HEALTH, null), RECONCILER, on("2025-04-22"))
                .expectEvents(credit(FundingStream.HEALTH, "105.60", Holding.SUSPENSE, null));
    }

    @Test
    void interest_comes_in() {
        given(inControl())
                .when(interest(), RECONCILER, on("2025-04-22"))
                .expectEvents(new InterestReceived(
                        entry("money in"), SELF, FundingStream.SOCIAL_CARE, gbp("0.37"), EVIDENCE, day("2025-04-22")));
    }

    @Test
    void money_that_came_in_once_does_not_come_in_again_under_the_same_id() {
        for (var command : List.of(
                contribution(FundingStream.SOCIAL_CARE),
                topUp(FundingStream.SOCIAL_CARE),
                recordCredit(FundingStream.SOCIAL_CARE, null),
                interest())) {
            given(inControl(), credit(FundingStream.SOCIAL_CARE, "105.60", Holding.SUSPENSE, null))
                    .when(command, RECONCILER, on("2025-04-22"))
                    .expectRefusal(Refusal.idInUse(entry("money in")));
        }
    }

    private static RecordContribution contribution(FundingStream stream) {
        return new RecordContribution(
                COMMAND, AMARA, entry("money in"), null, stream, gbp("117.45"), EVIDENCE, day("2025-04-22"));
    }

    private static RecordTopUp topUp(FundingStream stream) {
        return new RecordTopUp(
                COMMAND, AMARA, entry("money in"), null, stream, gbp("105.60"), EVIDENCE, day("2025-04-22"));
    }

    private static RecordInterest interest() {
        return new RecordInterest(
                COMMAND,
                AMARA,
                entry("money in"),
                null,
                FundingStream.SOCIAL_CARE,
                gbp("0.37"),
                EVIDENCE,
                day("2025-04-22"));
    }

    private static RecordCredit recordCredit(FundingStream stream, @Nullable CreditKind looksLike) {
        return new RecordCredit(
                COMMAND, AMARA, entry("money in"), null, stream, gbp("105.60"), looksLike, EVIDENCE, day("2025-04-22"));
    }

    private static CreditReceived credit(
            FundingStream stream, String amount, Holding holding, @Nullable CreditKind looksLike) {
        return new CreditReceived(
                entry("money in"), SELF, stream, gbp(amount), holding, looksLike, null, EVIDENCE, day("2025-04-22"));
    }
}
