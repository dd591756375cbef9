package org.budgetledger.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.budgetledger.service.given.Known.day;

import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.PayCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which period a day is in. */
class PayCycleTest {
    @ParameterizedTest
    @CsvSource({
        "FOUR_WEEKLY, 2025-04-07, 2025-05-04, 2025-04-07, 2025-05-05",
        "FOUR_WEEKLY, 2025-04-07, 2025-05-05, 2025-05-05, 2025-06-02",
        "FOUR_WEEKLY, 2025-04-07, 2025-04-06, 2025-03-10, 2025-04-07",
        "FOUR_WEEKLY, 2025-04-07, 2026-04-06, 2026-04-06, 2026-05-04",
        "WEEKLY, 2025-04-07, 2025-04-13, 2025-04-07, 2025-04-14",
        "WEEKLY, 2025-04-07, 2025-04-06, 2025-03-31, 2025-04-07",
        "MONTHLY, , 2024-02-29, 2024-02-01, 2024-03-01",
        "MONTHLY, , 2025-12-31, 2025-12-01, 2026-01-01",
    })
    void a_day_is_in_one_period(PayCycle.Kind kind, String anchor, String asked, String start, String next) {
        var cycle = new PayCycle(kind, anchor == null ? null : day(anchor));
        var calendar = PayCalendar.of(cycle);
        assertThat(calendar.periodStart(day(asked))).isEqualTo(day(start));
        assertThat(calendar.nextPeriodStart(day(asked))).isEqualTo(day(next));
    }

    @Test
    void weeks_are_counted_from_a_monday_and_months_from_nothing() {
        assertThatThrownBy(() -> new PayCycle(PayCycle.Kind.WEEKLY, day("2025-04-08")))
                .hasMessageContaining("must be a Monday");
        assertThatThrownBy(() -> new PayCycle(PayCycle.Kind.FOUR_WEEKLY, null)).hasMessageContaining("missing");
        assertThatThrownBy(() -> new PayCycle(PayCycle.Kind.MONTHLY, day("2025-04-07")))
                .hasMessageContaining("no anchor");
    }
}
