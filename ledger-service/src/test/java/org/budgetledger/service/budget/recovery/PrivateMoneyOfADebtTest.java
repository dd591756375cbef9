package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.given.History.inControl;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.service.given.BudgetScenarios;
import org.junit.jupiter.api.Test;

/** R14, R23: a debt is not paid with the person's own money. */
class PrivateMoneyOfADebtTest extends BudgetScenarios {
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;
    private static final ItemId DEBT = new ItemId(entry("spend").value());

    /** £100.00 of the person's own was put on top and £40.00 spent and disallowed: £60.00 is left, all of it theirs. */
    private static final List<BudgetEvent> DISALLOWED = List.of(
            new TopUpReceived(entry("own"), SELF, CARE, gbp("100.00"), statementLine("own"), day("2025-05-01")),
            spent("spend", SELF, CARE, "40.00", "2025-05-02"),
            new SpendDisallowed(entry("spend"), SELF, CARE, gbp("40.00"), text("why"), day("2025-05-05")));

    @Test
    void the_notice_of_a_debt_says_what_of_the_balance_is_the_persons_own() {
        given(inControl(), DISALLOWED)
                .when(
                        new IssueRecoveryNotice(
                                COMMAND,
                                AMARA,
                                item("notice"),
                                null,
                                DEBT,
                                null,
                                null,
                                null,
                                null,
                                text("why"),
                                null,
                                day("2025-05-06")),
                        ALLOCATOR,
                        on("2025-05-06"))
                .expectEvents(noticed());
    }

    @Test
    void what_is_the_persons_own_is_not_taken_when_the_notice_ends() {
        given(inControl(), DISALLOWED, noticed())
                .when(
                        new RecoverFunds(
                                COMMAND,
                                AMARA,
                                entry("recovery"),
                                item("notice"),
                                null,
                                null,
                                null,
                                null,
                                gbp("40.00"),
                                null,
                                null,
                                day("2025-06-03")),
                        ALLOCATOR,
                        on("2025-06-03"))
                .expectRefusal(Refusal.exceedsHeld(Money.ZERO));
    }

    /** 28 days from 6 May, the first included, end with 2 June. */
    private static RecoveryNoticeIssued noticed() {
        return new RecoveryNoticeIssued(
                item("notice"),
                RecoveryBasis.DEBT,
                null,
                DEBT,
                SELF,
                CARE,
                money("40.00"),
                Money.ZERO,
                money("60.00"),
                text("why"),
                null,
                day("2025-06-03"),
                day("2025-05-06"));
    }
}
