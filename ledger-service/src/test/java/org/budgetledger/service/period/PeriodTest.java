package org.budgetledger.service.period;

import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SIGNER;
import static org.budgetledger.service.given.Known.TOTALS;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.on;

import java.time.LocalDate;
import org.budgetledger.api.Actor;
import org.budgetledger.api.BooksId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Role;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.api.period.PeriodSigned;
import org.budgetledger.api.period.SignPeriod;
import org.budgetledger.service.given.PeriodScenarios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing periods one after another, and signing them: R25, R29. */
class PeriodTest extends PeriodScenarios {
    private static final BooksId BOOKS = BooksId.of(NORTHMERE);
    private static final Sha256 ONE = new Sha256("1".repeat(64));
    private static final Sha256 TWO = new Sha256("2".repeat(64));

    @Test
    void a_period_is_closed_on_the_day_after_its_last_with_the_totals_of_its_pack() {
        given().withPack(pack("2025-05-05", ONE, null))
                .when(closing("2025-05-05"), RECONCILER, on("2025-06-02"))
                .expectEvent(closed("2025-05-05", ONE, null));
    }

    @Test
    void it_is_not_closed_on_its_last_day() {
        given().withPack(pack("2025-05-05", ONE, null))
                .when(closing("2025-05-05"), RECONCILER, on("2025-06-01"))
                .expectRefusal(Refusal.periodNotOver(day("2025-06-01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-06", "2025-06-01", "1996-01-01", "2100-01-01"})
    void a_day_on_which_no_period_begins_is_not_closed(String firstDay) {
        given().when(closing(firstDay), RECONCILER, on("2025-08-01")).expectRefusal("PERIOD_NOT_FOUND");
    }

    @Test
    void the_second_follows_the_first_and_its_pack_the_pack_before() {
        given(closed("2025-05-05", ONE, null))
                .withPack(pack("2025-06-02", TWO, ONE))
                .when(closing("2025-06-02"), RECONCILER, on("2025-07-01"))
                .expectEvent(closed("2025-06-02", TWO, ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-30", "2025-04-07"})
    void no_period_is_left_out_and_none_is_closed_before_the_first(String firstDay) {
        given(closed("2025-05-05", ONE, null))
                .withPack(pack(firstDay, TWO, ONE))
                .when(closing(firstDay), RECONCILER, on("2025-08-01"))
                .expectRefusal(Refusal.periodOutOfOrder(day("2025-06-02")));
    }

    @Test
    void a_period_is_closed_once() {
        given(closed("2025-05-05", ONE, null))
                .withPack(pack("2025-05-05", TWO, ONE))
                .when(closing("2025-05-05"), RECONCILER, on("2025-06-02"))
                .expectRefusal("ALREADY_DONE");
    }

    @Test
    void nothing_is_closed_without_a_pack() {
        given().when(closing("2025-05-05"), RECONCILER, on("2025-06-02"))
                .expectRefusal(Refusal.packNotMade(day("2025-05-05")));
    }

    @Test
    void a_pack_that_was_made_before_another_node_closed_the_period_before_does_not_count() {
        given(closed("2025-05-05", ONE, null))
                .withPack(pack("2025-06-02", TWO, null))
                .when(closing("2025-06-02"), RECONCILER, on("2025-07-01"))
                .expectRefusal("PACK_NOT_MADE");
    }

    @Test
    void a_pack_of_another_period_does_not_count() {
        given().withPack(pack("2025-06-02", ONE, null))
                .when(closing("2025-05-05"), RECONCILER, on("2025-08-01"))
                .expectRefusal("PACK_NOT_MADE");
    }

    @Test
    void someone_else_signs_the_pack_they_have_seen() {
        given(closed("2025-05-05", ONE, null))
                .when(signing("2025-05-05", ONE), SIGNER, on("2025-06-03"))
                .expectEvent(new PeriodSigned(day("2025-05-05"), ONE, SIGNER.id()));
    }

    @Test
    void who_closed_it_does_not_sign_it_whatever_their_role() {
        given(closed("2025-05-05", ONE, null))
                .when(signing("2025-05-05", ONE), new Actor(NORTHMERE, RECONCILER.id(), Role.SIGNER), on("2025-06-03"))
                .expectRefusal(new Refusal.SegregationOfDuties(RECONCILER.id(), "closed the period"));
    }

    @Test
    void nothing_is_signed_that_is_not_closed() {
        given(closed("2025-05-05", ONE, null))
                .when(signing("2025-06-02", ONE), SIGNER, on("2025-07-03"))
                .expectRefusal(Refusal.periodNotClosed(day("2025-06-02")));
    }

    @Test
    void another_pack_than_the_one_it_was_closed_with_is_not_signed() {
        given(closed("2025-05-05", ONE, null))
                .when(signing("2025-05-05", TWO), SIGNER, on("2025-06-03"))
                .expectRefusal(Refusal.otherPack(ONE));
    }

    @Test
    void a_period_is_signed_once() {
        given(closed("2025-05-05", ONE, null), new PeriodSigned(day("2025-05-05"), ONE, SIGNER.id()))
                .when(signing("2025-05-05", ONE), SIGNER, on("2025-06-04"))
                .expectRefusal("ALREADY_DONE");
    }

    private static ClosePeriod closing(String firstDay) {
        return new ClosePeriod(COMMAND, BOOKS, day(firstDay));
    }

    private static SignPeriod signing(String firstDay, Sha256 pack) {
        return new SignPeriod(COMMAND, BOOKS, day(firstDay), pack);
    }

    /** Pay periods are of four weeks (domain §4). */
    private static LocalDate lastDay(String firstDay) {
        return day(firstDay).plusDays(27);
    }

    private static DrawnPack pack(String firstDay, Sha256 sha256, @Nullable Sha256 follows) {
        return new DrawnPack(day(firstDay), lastDay(firstDay), sha256, 4711, follows, TOTALS);
    }

    private static PeriodClosed closed(String firstDay, Sha256 pack, @Nullable Sha256 follows) {
        return new PeriodClosed(
                BOOKS, NORTHMERE, day(firstDay), lastDay(firstDay), pack, 4711, follows, TOTALS, RECONCILER.id());
    }
}
