package org.budgetledger.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.Known.day;

import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.given.Known;
import org.budgetledger.service.packs.PublishedPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When periods are paid: figures from the calendars on the wall. */
class WorkingDaysTest {
    private static final WorkingDays ENGLAND = Known.ENGLAND_CARE_ACT.workingDays();
    private static final WorkingDays SCOTLAND = PublishedPacks.all()
            .byId(new PolicyPackId("scotland-self-directed-support-2025"))
            .orElseThrow()
            .workingDays();

    @ParameterizedTest
    @CsvSource({
        "2025-05-05, 2025-05-02", // P2 of 2025/26: the Friday before
        "2026-04-06, 2026-04-02", // Fri 3 Apr 2026 is Good Friday
        "2025-04-21, 2025-04-17", // Fri 18 Apr 2025 is Good Friday
        "2025-12-29, 2025-12-24", // Fri 26 and Thu 25 Dec 2025 are Boxing Day and Christmas Day
        "2026-12-28, 2026-12-24", // Fri 25 Dec 2026
        "2027-01-04, 2026-12-31", // Fri 1 Jan 2027
        "2025-08-01, 2025-07-25", // a month that begins on a Friday is paid the Friday before it, not on its first day
        "2025-11-01, 2025-10-31", // a month that begins on a Saturday
    })
    void a_period_is_paid_the_friday_before_or_the_last_working_day_before_that(String first, String paidOn) {
        assertThat(ENGLAND.payDay(day(first))).isEqualTo(day(paidOn));
    }

    @Test
    void scotland_works_on_easter_monday_and_rests_on_the_second_of_january() {
        assertThat(ENGLAND.isWorkingDay(day("2026-04-06"))).isFalse();
        assertThat(SCOTLAND.isWorkingDay(day("2026-04-06"))).isTrue();
        // Fri 2 and Thu 1 Jan 2026.
        assertThat(SCOTLAND.payDay(day("2026-01-05"))).isEqualTo(day("2025-12-31"));
        assertThat(ENGLAND.payDay(day("2026-01-05"))).isEqualTo(day("2026-01-02"));
    }

    @Test
    void beyond_what_has_been_announced_only_weekends_are_known_and_it_is_said() {
        // Fri 31 Dec 2027 is the last day that is known.
        assertThat(ENGLAND.isProvisional(day("2028-01-03"))).isFalse();
        assertThat(ENGLAND.isProvisional(day("2028-01-10"))).isTrue();
        // Good Friday of 2028 is 14 April, which nobody has announced yet.
        assertThat(ENGLAND.payDay(day("2028-04-17"))).isEqualTo(day("2028-04-14"));
    }
}
