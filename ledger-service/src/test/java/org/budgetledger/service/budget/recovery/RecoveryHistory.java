package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.line;
import static org.budgetledger.service.given.Settled.overpaidBefore;
import static org.budgetledger.service.given.Settled.paidFor;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.recovery.Liability;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.jspecify.annotations.Nullable;

/** What has happened before money is asked back. */
final class RecoveryHistory {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    /** E7: an invoice and tax. */
    static final List<Liability> LIABILITIES =
            List.of(new Liability(text("Invoice"), gbp("186.40")), new Liability(text("Tax"), gbp("142.15")));

    /** E7: 3,412.77 − 850.00 − 328.55 − 1,920.00 = 314.22, of which 40 parts in 240 are the person's. */
    static final SurplusIdentified SURPLUS = new SurplusIdentified(
            item("surplus"),
            SELF,
            CARE,
            money("3,412.77"),
            money("0.00"),
            money("0.00"),
            money("850.00"),
            money("0.00"),
            LIABILITIES,
            money("240.00"),
            8,
            money("1,920.00"),
            gbp("314.22"),
            money("261.85"),
            money("52.37"),
            day("2025-10-19"));

    private RecoveryHistory() {}

    /** E7 on 19 Oct 2025. */
    static List<BudgetEvent> e7() {
        return List.of(
                opened(),
                allocated(CARE, "240.00", "2025-04-07"),
                new ContributionAssessed(CARE, money("40.00"), day("2025-04-07"), null, null),
                deployedToSelf(),
                paid("payment", SELF, line(CARE, "3,412.77")),
                new EarmarkSet(
                        item("redundancy"),
                        SELF,
                        CARE,
                        gbp("600.00"),
                        EarmarkPurpose.REDUNDANCY,
                        null,
                        day("2025-10-01")),
                new EarmarkSet(
                        item("deck"),
                        SELF,
                        CARE,
                        gbp("250.00"),
                        EarmarkPurpose.SAVINGS_GOAL,
                        text("A DJ's deck"),
                        day("2025-10-01")));
    }

    /** E7's notice of 20 Oct. */
    static RecoveryNoticeIssued e7Notice() {
        return notice(RecoveryBasis.SURPLUS, "2025-10-20", "2025-11-17", "261.85", "52.37");
    }

    /** P1 was paid at 100.00 a week and due at 80.00: {@code item("overpaid")} is 80.00, and 400.00 is held. */
    static List<BudgetEvent> overpaid() {
        return List.of(
                opened(),
                allocated(CARE, "100.00", "2025-04-07"),
                deployedToSelf(),
                paidFor("P1", P1, "400.00"),
                new AllocationRevised(
                        item("revision"),
                        CARE,
                        money("80.00"),
                        null,
                        null,
                        money("100.00"),
                        day("2025-04-07"),
                        null,
                        text("Agreed again"),
                        null),
                overpaidBefore("overpaid", CARE, "80.00", "2025-05-05", line("P1", P1, "400.00", "320.00", "80.00")));
    }

    /** The notice for what {@link #overpaid()} is about. */
    static RecoveryNoticeIssued debtNotice(String amount) {
        return notice(RecoveryBasis.DEBT, "2025-05-06", "2025-06-03", amount, "0.00");
    }

    /** E15 at its end: 96.00 is left, of which 40.00 is the person's own. */
    static List<Object> e15Ended() {
        return List.of(
                inControl(),
                paidFor("P1", P1, "400.00"),
                new TopUpReceived(
                        entry("top-up"), SELF, CARE, gbp("40.00"), statementLine("top-up"), day("2025-05-01")),
                spent("spend", SELF, CARE, "344.00", "2025-05-02"),
                withdrawn());
    }

    /** The notice of that final account. */
    static RecoveryNoticeIssued finalNotice() {
        return new RecoveryNoticeIssued(
                item("notice"),
                RecoveryBasis.FINAL_ACCOUNT,
                null,
                null,
                SELF,
                CARE,
                money("56.00"),
                money("0.00"),
                money("40.00"),
                text("Please pay it back"),
                null,
                day("2025-09-15"),
                day("2025-08-18"));
    }

    static RecoveryNoticeIssued notice(
            RecoveryBasis basis, String on, String dueOn, String amount, String contributionRefund) {
        return new RecoveryNoticeIssued(
                item("notice"),
                basis,
                named(basis, RecoveryBasis.SURPLUS, "surplus"),
                named(basis, RecoveryBasis.DEBT, "overpaid"),
                SELF,
                CARE,
                money(amount),
                money(contributionRefund),
                money("0.00"),
                text("Please pay it back"),
                null,
                day(dueOn),
                day(on));
    }

    private static @Nullable ItemId named(RecoveryBasis basis, RecoveryBasis wanted, String name) {
        return basis == wanted ? item(name) : null;
    }
}
