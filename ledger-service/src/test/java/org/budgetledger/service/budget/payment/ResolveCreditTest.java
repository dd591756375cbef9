package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Saying what an unexplained credit was: E11, E15, R13, R14. */
class ResolveCreditTest extends BudgetScenarios {
    @Test
    void a_credit_turns_out_to_be_a_contribution_a_top_up_interest_or_a_mistake_to_return() {
        for (var kind : List.of(CreditKind.CONTRIBUTION, CreditKind.TOP_UP, CreditKind.INTEREST, CreditKind.RETURNED)) {
            given(inControl(), credit(FundingStream.SOCIAL_CARE, "60.00", Holding.SUSPENSE))
                    .when(resolve(kind, null), RECONCILER, on("2025-09-10"))
                    .expectEvents(resolved(FundingStream.SOCIAL_CARE, "60.00", kind, null));
        }
    }

    @Test
    void a_quarantined_top_up_on_health_is_returned() {
        given(inControl(), credit(FundingStream.HEALTH, "105.60", Holding.QUARANTINE))
                .when(resolve(CreditKind.RETURNED, null), RECONCILER, on("2025-09-10"))
                .expectEvents(resolved(FundingStream.HEALTH, "105.60", CreditKind.RETURNED, null));
    }

    @Test
    void a_credit_turns_out_to_be_the_refund_of_all_that_is_left_of_a_spend() {
        given(
                        inControl(),
                        spend("114.00"),
                        refunded("54.00"),
                        credit(FundingStream.SOCIAL_CARE, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.REFUND, "spend"), RECONCILER, on("2025-09-10"))
                .expectEvents(resolved(FundingStream.SOCIAL_CARE, "60.00", CreditKind.REFUND, "spend"));
    }

    @Test
    void a_credit_is_not_the_refund_of_a_spend_of_which_less_is_left() {
        given(
                        inControl(),
                        spend("108.00"),
                        refunded("54.00"),
                        credit(FundingStream.SOCIAL_CARE, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.REFUND, "spend"), RECONCILER, on("2025-09-10"))
                .expectRefusal(new Refusal.RefundExceedsSpend(money("54.00")));
    }

    @Test
    void a_credit_is_not_the_refund_of_a_spend_that_nobody_knows() {
        given(inControl(), credit(FundingStream.SOCIAL_CARE, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.REFUND, "spend"), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void a_credit_to_one_stream_is_not_the_refund_of_a_spend_from_another() {
        given(inControl(), spend("108.00"), credit(FundingStream.HEALTH, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.REFUND, "spend"), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.unknownEntry(entry("spend")));
    }

    @Test
    void a_credit_that_nobody_received_is_not_explained() {
        given(inControl())
                .when(resolve(CreditKind.INTEREST, null), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.unknownEntry(entry("credit")));
    }

    @Test
    void a_credit_is_explained_once() {
        for (var kind : List.of(CreditKind.INTEREST, CreditKind.RETURNED)) {
            given(
                            inControl(),
                            credit(FundingStream.SOCIAL_CARE, "60.00", Holding.SUSPENSE),
                            resolved(FundingStream.SOCIAL_CARE, "60.00", kind, null))
                    .when(resolve(CreditKind.INTEREST, null), RECONCILER, on("2025-09-10"))
                    .expectRefusal("ALREADY_DONE");
        }
    }

    @Test
    void a_credit_on_health_is_nobody_s_contribution_and_nobody_s_top_up() {
        given(inControl(), credit(FundingStream.HEALTH, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.CONTRIBUTION, null), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.contributionNotAllowed(FundingStream.HEALTH));
        given(inControl(), credit(FundingStream.HEALTH, "60.00", Holding.SUSPENSE))
                .when(resolve(CreditKind.TOP_UP, null), RECONCILER, on("2025-09-10"))
                .expectRefusal(Refusal.topUpProhibited(FundingStream.HEALTH));
    }

    private static SpendRecorded spend(String amount) {
        return spent("spend", SELF, FundingStream.SOCIAL_CARE, amount, "2025-08-20");
    }

    private static RefundReceived refunded(String amount) {
        return new RefundReceived(
                entry("refund"),
                entry("spend"),
                SELF,
                FundingStream.SOCIAL_CARE,
                gbp(amount),
                statementLine("line 8"),
                day("2025-09-03"));
    }

    private static CreditReceived credit(FundingStream stream, String amount, Holding holding) {
        return new CreditReceived(
                entry("credit"),
                SELF,
                stream,
                gbp(amount),
                holding,
                null,
                null,
                statementLine("line 9"),
                day("2025-09-05"));
    }

    private static ResolveCredit resolve(CreditKind kind, @Nullable String spend) {
        return new ResolveCredit(
                COMMAND,
                AMARA,
                entry("credit"),
                kind,
                spend == null ? null : entry(spend),
                text("The bank told us"),
                day("2025-09-10"));
    }

    private static CreditResolved resolved(
            FundingStream stream, String amount, CreditKind kind, @Nullable String spend) {
        return new CreditResolved(
                entry("credit"),
                SELF,
                stream,
                gbp(amount),
                kind,
                spend == null ? null : entry(spend),
                text("The bank told us"),
                day("2025-09-10"));
    }
}
