package org.budgetledger.service.budget.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.suspension.PaymentsResumed;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.budget.suspension.SuspensionEvent;
import org.junit.jupiter.api.Test;

/** Domain §4: a line is rounded once over one contiguous span, and only a change of what is due ends the span. */
class SuspensionEdgesTest {
    private static final FreeText WHY = new FreeText("why");
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 7);
    private static final LocalDate LAST = LocalDate.of(2025, 5, 4);

    @Test
    void a_suspension_that_is_resumed_on_the_day_it_began_cuts_no_line() {
        var on = LocalDate.of(2025, 4, 10);
        assertThat(lines(new PaymentsSuspended(WHY, on), new PaymentsResumed(WHY, on)))
                .containsExactly(Money.ofPence(40));
    }

    @Test
    void a_suspension_that_begins_on_the_day_another_is_over_goes_on_with_it() {
        var over = LocalDate.of(2025, 4, 17);
        // 3 days × 10 ÷ 7 = 4.29, 13 days 18.57 and 12 days 17.14: one line each, rounded on its own.
        assertThat(lines(
                        new PaymentsSuspended(WHY, LocalDate.of(2025, 4, 10)),
                        new PaymentsResumed(WHY, over),
                        new PaymentsSuspended(WHY, over),
                        new PaymentsResumed(WHY, LocalDate.of(2025, 4, 23))))
                .containsExactly(Money.ofPence(4), Money.ofPence(19), Money.ofPence(17));
    }

    /** What the authority manages goes on while payments are suspended: 10p a week, 40p for the four weeks. */
    private static List<Money> lines(SuspensionEvent... suspensions) {
        var book = Entitlement.NONE.evolve(new BudgetAllocated(
                new ItemId(new UUID(0, 1)), FundingStream.HEALTH, Amount.ofPence(10), null, null, FIRST, null, null));
        for (BudgetEvent each : suspensions) {
            book = book.evolve(each);
        }
        return book.lines(FIRST, LAST).stream()
                .map(line -> line.amount().money())
                .toList();
    }
}
