package org.budgetledger.service.budget.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.junit.jupiter.api.Test;

/** R22: whichever end comes first counts, as it is known now. */
class LastDayTest {
    private static final BudgetClosed CLOSED = new BudgetClosed(text("settled"), day("2025-05-19"), day("2025-05-29"));

    @Test
    void a_date_of_death_that_is_put_right_after_the_budget_closed_counts_instead_of_the_first() {
        var book = Entitlement.of(List.of(died("2025-05-19"), CLOSED, died("2025-05-26")));
        assertThat(book.lastDay()).isEqualTo(day("2025-05-26"));
    }

    @Test
    void nothing_falls_due_after_the_day_a_budget_was_closed_on_whenever_the_person_died() {
        var book = Entitlement.of(List.of(died("2025-05-19"), CLOSED, died("2025-06-02")));
        assertThat(book.lastDay()).isEqualTo(day("2025-05-29"));
        assertThat(book.ending().closed()).isEqualTo(day("2025-05-29"));
    }

    private static DeathRecorded died(String on) {
        return new DeathRecorded(day(on), day(on), statementLine("registrar"), day("2025-06-02"));
    }
}
