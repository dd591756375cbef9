package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.History.allocated;
import static org.budgetledger.service.given.History.deployedToSelf;
import static org.budgetledger.service.given.History.holding;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.WRITE_OFF_APPROVER;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.text;
import static org.budgetledger.service.given.Settled.P1;
import static org.budgetledger.service.given.Settled.paidFor;

import java.util.List;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.service.given.BudgetScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Giving up a debt: R23, R29. */
class WriteOffTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final ItemId DISALLOWED = new ItemId(entry("spend").value());
    private static final ItemId CONTRIBUTIONS = Contributions.debtId(new AccountKey(SELF, CARE));

    @Test
    void a_debt_is_written_off_whole_or_in_part() {
        given(RecoveryHistory.overpaid())
                .when(writeOff(item("overpaid"), null), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectEvents(writtenOff(item("overpaid"), "80.00"));
        given(RecoveryHistory.overpaid())
                .when(writeOff(item("overpaid"), "79.99"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectEvents(writtenOff(item("overpaid"), "79.99"));
    }

    @Test
    void who_asked_for_a_write_off_does_not_approve_it() {
        given(RecoveryHistory.overpaid())
                .when(writeOff(item("overpaid"), null, WRITE_OFF_APPROVER.id()), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(new Refusal.SegregationOfDuties(WRITE_OFF_APPROVER.id(), "asked for it"));
    }

    @Test
    void no_more_than_a_debt_is_written_off() {
        given(RecoveryHistory.overpaid())
                .when(writeOff(item("overpaid"), "80.01"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(Refusal.exceedsDebt(money("80.00")));
    }

    @Test
    void a_debt_that_was_written_off_is_not_written_off_again() {
        given(RecoveryHistory.overpaid(), writtenOff(item("overpaid"), "80.00"))
                .when(writeOff(item("overpaid"), null), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal("NOTHING_LEFT");
    }

    @Test
    void what_is_no_debt_is_not_written_off() {
        given(RecoveryHistory.overpaid())
                .when(writeOff(item("nothing"), null), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(Refusal.unknownItem(item("nothing")));
    }

    @Test
    void no_more_than_500_pounds_are_written_off() {
        given(disallowed())
                .when(writeOff(DISALLOWED, "500.01"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(Refusal.writeOffLimit(money("500.00")));
        given(disallowed())
                .when(writeOff(DISALLOWED, "500.00"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectEvents(writtenOff(DISALLOWED, "500.00"));
    }

    @Test
    void the_limit_counts_over_all_write_offs_of_a_debt() {
        given(disallowed(), writtenOff(DISALLOWED, "200.00"), writtenOff(DISALLOWED, "100.00"))
                .when(writeOff(DISALLOWED, "200.01"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(Refusal.writeOffLimit(money("200.00")));
        given(disallowed(), writtenOff(DISALLOWED, "200.00"), writtenOff(DISALLOWED, "100.00"))
                .when(writeOff(DISALLOWED, "200.00"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectEvents(writtenOff(DISALLOWED, "200.00"));
    }

    /** 10.00 a week for the four weeks of P1. */
    @Test
    void arrears_of_contributions_are_written_off_too() {
        given(unpaidContributions())
                .when(writeOff(CONTRIBUTIONS, "40.01"), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal(Refusal.exceedsDebt(money("40.00")));
        given(unpaidContributions())
                .when(writeOff(CONTRIBUTIONS, null), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectEvents(writtenOff(CONTRIBUTIONS, "40.00"));
        given(unpaidContributions(), writtenOff(CONTRIBUTIONS, "40.00"))
                .when(writeOff(CONTRIBUTIONS, null), WRITE_OFF_APPROVER, on("2025-06-02"))
                .expectRefusal("NOTHING_LEFT");
    }

    private static List<Object> disallowed() {
        return List.of(
                holding(line(CARE, "600.00")),
                spent("spend", SELF, CARE, "600.00", "2025-05-01"),
                new SpendDisallowed(
                        entry("spend"), SELF, CARE, gbp("600.00"), text("Against the law"), day("2025-05-20")));
    }

    private static List<Object> unpaidContributions() {
        return List.of(
                opened(),
                allocated(CARE, "100.00", "2025-04-07"),
                new ContributionAssessed(CARE, money("10.00"), day("2025-04-07"), null, null),
                deployedToSelf(),
                paidFor("P1", P1, "360.00"));
    }

    private static WriteOffDebt writeOff(ItemId debt, @Nullable String amount) {
        return writeOff(debt, amount, CARE_MANAGER.id());
    }

    private static WriteOffDebt writeOff(ItemId debt, @Nullable String amount, ActorId requestedBy) {
        return new WriteOffDebt(
                COMMAND,
                AMARA,
                debt,
                amount == null ? null : gbp(amount),
                requestedBy,
                text("No one can pay it"),
                day("2025-06-02"));
    }

    private static DebtWrittenOff writtenOff(ItemId debt, String amount) {
        return new DebtWrittenOff(
                debt,
                SELF,
                CARE,
                gbp(amount),
                CARE_MANAGER.id(),
                WRITE_OFF_APPROVER.id(),
                text("No one can pay it"),
                day("2025-06-02"));
    }
}
