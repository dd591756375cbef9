package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.junit.jupiter.api.Test;

/** Domain §4 and R16: what the entitlement book says of any days is what a walk through them finds. */
class EntitlementDayByDayTest {
    private static final Comparator<NaiveLine> ORDER = Comparator.comparing(NaiveLine::stream)
            .thenComparing(NaiveLine::kind)
            .thenComparing(NaiveLine::from)
            .thenComparing(NaiveLine::deployment)
            .thenComparingLong(NaiveLine::pence);

    @Test
    void the_lines_of_any_span_are_those_that_a_walk_through_its_days_finds() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            var from = book.day();
            var to = from.plusDays(random.nextInt(0, 90));
            assertThat(actual(Entitlement.of(book.events()), from, to))
                    .as("%s to %s of %s", from, to, book.events())
                    .isEqualTo(expected(book, from, to));
        });
    }

    @Test
    void what_is_due_on_every_account_up_to_a_day_is_what_the_walk_adds_up() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            var entitlement = Entitlement.of(book.events());
            var day = book.day();
            for (var stream : RandomBook.STREAMS) {
                var lines = NaiveWalk.lines(book.naive, stream, LocalDate.of(2025, 11, 1), day);
                for (var deployment : RandomBook.DEPLOYMENTS) {
                    var account = new AccountKey(deployment, stream);
                    assertThat(entitlement.upTo(day, account).pence())
                            .as("%s up to %s of %s", account, day, book.events())
                            .isEqualTo(lines.stream()
                                    .filter(line -> line.deployment().equals(deployment)
                                            && line.kind() != EntitlementLine.Kind.CONTRIBUTION)
                                    .mapToLong(NaiveLine::pence)
                                    .sum());
                }
            }
        });
    }

    @Test
    void each_entitled_day_is_in_exactly_one_line_of_each_deployment_that_shares_it() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, true);
            var from = book.day();
            var to = from.plusDays(random.nextInt(0, 90));
            var lines = Entitlement.of(book.events()).lines(from, to);
            for (var stream : RandomBook.STREAMS) {
                for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
                    var on = day;
                    var holding = lines.stream()
                            .filter(line -> line.kind() == EntitlementLine.Kind.RATE && line.stream() == stream)
                            .filter(line -> !on.isBefore(line.from()) && !on.isAfter(line.to()))
                            .map(EntitlementLine::deployment)
                            .sorted()
                            .toList();
                    assertThat(holding)
                            .as("%s on %s of %s", stream, day, book.events())
                            .isEqualTo(entitled(book.naive, stream, day));
                }
            }
        });
    }

    /** Every deployment that has a share of a day, once. */
    private static List<DeploymentId> entitled(NaiveBook book, FundingStream stream, LocalDate day) {
        if (book.rate(stream, day) == null || book.endedBefore(day)) {
            return List.of();
        }
        var sharing = NaiveBook.sharing(book.mixture(day), stream);
        return sharing.isEmpty()
                ? List.of(DeploymentId.AUTHORITY)
                : sharing.stream()
                        .filter(each -> each.notional() || !book.suspended(day))
                        .map(each -> each.deploymentId())
                        .sorted()
                        .toList();
    }

    @Test
    void a_change_of_pay_cycle_misses_no_day_and_doubles_none() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            var calendar = Entitlement.of(book.events()).calendar();
            var day = book.day().minusDays(60);
            for (var periods = 0; periods < 8; periods++) {
                var period = calendar.period(day);
                assertThat(period.from()).as("%s", calendar).isEqualTo(book.naive.calendar.first(day));
                assertThat(period.to()).as("%s", calendar).isEqualTo(book.naive.calendar.last(day));
                for (var each = period.from(); !each.isAfter(period.to()); each = each.plusDays(1)) {
                    assertThat(calendar.period(each)).as("%s", calendar).isEqualTo(period);
                }
                assertThat(calendar.nextPeriodStart(day)).isEqualTo(period.to().plusDays(1));
                day = period.to().plusDays(1);
                assertThat(calendar.periodStart(day)).as("%s", calendar).isEqualTo(day);
            }
        });
    }

    @Test
    void the_parts_of_a_line_add_up_to_the_line_over_deployments_and_financial_years() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            book.naive.suspending.clear();
            var events = book.events().stream()
                    .filter(event -> !(event instanceof org.budgetledger.api.budget.suspension.SuspensionEvent))
                    .toList();
            var from = book.day();
            var to = from.plusDays(random.nextInt(0, 90));
            var parts = Entitlement.of(events).lines(from, to);
            // With nobody to share them the lines are whole; they end where they ended before.
            book.naive.mixtures.replaceAll(mixture -> new NaiveBook.Mixture(mixture.from(), List.of()));
            for (var stream : RandomBook.STREAMS) {
                for (var kind : EntitlementLine.Kind.values()) {
                    assertThat(parts.stream()
                                    .filter(line -> line.stream() == stream && line.kind() == kind)
                                    .mapToLong(line -> line.amount().pence())
                                    .sum())
                            .as("%s %s from %s to %s of %s", stream, kind, from, to, events)
                            .isEqualTo(NaiveWalk.lines(book.naive, stream, from, to).stream()
                                    .filter(line -> line.kind() == kind)
                                    .mapToLong(NaiveLine::pence)
                                    .sum());
                }
            }
        });
    }

    @Test
    void the_order_of_events_that_have_nothing_to_do_with_each_other_changes_nothing() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            var from = book.day();
            var to = from.plusDays(random.nextInt(0, 90));
            assertThat(Entitlement.of(book.shuffled()).lines(from, to))
                    .isEqualTo(Entitlement.of(book.events()).lines(from, to));
        });
    }

    @Test
    void what_an_account_has_a_week_is_its_part_of_the_rate_and_of_the_contribution() {
        Cases.forEach(random -> {
            var book = new RandomBook(random, false);
            var entitlement = Entitlement.of(book.events());
            var day = book.day();
            for (var stream : RandomBook.STREAMS) {
                var rate = book.naive.endedBefore(day) ? null : book.naive.rate(stream, day);
                for (var deployment : RandomBook.DEPLOYMENTS) {
                    var account = new AccountKey(deployment, stream);
                    assertThat(entitlement.weeklyOn(account, day).pence())
                            .isEqualTo(rate == null ? 0 : book.naive.part(rate.pence(), deployment, stream, day));
                    assertThat(entitlement.contributionOn(account, day).pence())
                            .isEqualTo(
                                    rate == null
                                            ? 0
                                            : book.naive.part(
                                                    book.naive.contribution(stream, day), deployment, stream, day));
                }
            }
        });
    }

    @Test
    void a_line_that_crosses_31_march_is_shown_in_two_years_and_rounded_once() {
        // £182.50 a week over Mon 9 Mar to Sun 5 Apr 2026 is £730.00 for 28 days: 23 of them in 2025/26, 5 in 2026/27.
        var book = new NaiveBook(PayCycle.FOUR_WEEKLY_2025);
        book.rates.add(new NaiveBook.Weekly(FundingStream.HEALTH, 18_250, LocalDate.of(2026, 3, 9), null));
        var lines = NaiveWalk.lines(book, FundingStream.HEALTH, LocalDate.of(2026, 3, 9), LocalDate.of(2026, 4, 5));
        // 73,000 × 23 ÷ 28 = 59,964.29 and 73,000 × 5 ÷ 28 = 13,035.71: the penny goes to the larger remainder.
        assertThat(lines).extracting(NaiveLine::pence).containsExactly(59_964L, 13_036L);
        assertThat(lines).extracting(line -> line.financialYear().toString()).containsExactly("2025/26", "2026/27");
        var entitlement = Entitlement.NONE.evolve(allocated(FundingStream.HEALTH, 18_250, LocalDate.of(2026, 3, 9)));
        assertThat(actual(entitlement, LocalDate.of(2026, 3, 9), LocalDate.of(2026, 4, 5)))
                .isEqualTo(lines);
    }

    @Test
    void the_start_in_mid_period_of_the_first_worked_example_is_due_to_the_penny() {
        var book = Entitlement.NONE.evolve(allocated(FundingStream.SOCIAL_CARE, 26_000, LocalDate.of(2025, 4, 16)));
        var account = new AccountKey(DeploymentId.AUTHORITY, FundingStream.SOCIAL_CARE);
        assertThat(book.upTo(LocalDate.of(2025, 5, 4), account)).isEqualTo(Money.ofPence(70_571));
        assertThat(book.upTo(LocalDate.of(2025, 6, 1), account)).isEqualTo(Money.ofPence(70_571 + 104_000));
    }

    private static BudgetAllocated allocated(FundingStream stream, long weekly, LocalDate from) {
        return new BudgetAllocated(
                new ItemId(new java.util.UUID(4, 1)), stream, Amount.ofPence(weekly), null, null, from, null, null);
    }

    private static List<NaiveLine> actual(Entitlement entitlement, LocalDate from, LocalDate to) {
        return entitlement.lines(from, to).stream()
                .map(NaiveLine::of)
                .sorted(ORDER)
                .toList();
    }

    private static List<NaiveLine> expected(RandomBook book, LocalDate from, LocalDate to) {
        var lines = new ArrayList<NaiveLine>();
        RandomBook.STREAMS.forEach(stream -> lines.addAll(NaiveWalk.lines(book.naive, stream, from, to)));
        lines.sort(ORDER);
        return lines;
    }
}
