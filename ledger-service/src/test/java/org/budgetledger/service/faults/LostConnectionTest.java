package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.budgetledger.service.LedgerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to the database is lost as a command is committed: no answer is a lie, and the same key has one effect. */
class LostConnectionTest {
    private final FaultyDatabase database = FaultyDatabase.shared();
    private final LedgerClient officer = database.officer();
    private final String key = UUID.randomUUID().toString();
    private String budget = "";

    @BeforeEach
    void a_budget_with_a_thousand_pounds() {
        database.wire().mend();
        budget = officer.openBudgetWith(100_000);
    }

    @AfterEach
    void mend() {
        database.wire().mend();
    }

    @ParameterizedTest
    @EnumSource
    void a_command_whose_connection_was_cut_is_answered_by_what_became_of_it(Wire.Cut cut) throws Exception {
        var cutting = database.wire().cutNext(cut, false);

        var answer = spend();

        assertThat(cutting.await(0, TimeUnit.SECONDS)).isTrue();
        // A new connection was there at once, and the stream itself said whether it had been stored.
        assertThat(answer.accepted().number("version")).isEqualTo(3);
        oneSpendAndNoMore(answer);
    }

    @Test
    void what_was_not_stored_is_never_said_to_be_and_the_same_key_stores_it_once() throws Exception {
        var cutting = database.wire().cutNext(Wire.Cut.BEFORE_COMMIT, true);

        inDoubt(spend());
        assertThat(cutting.await(0, TimeUnit.SECONDS)).isTrue();
        LedgerClient.eventually(() -> database.stored(budget).size() == 2);

        database.wire().mend();
        isFree(100_000);
        oneSpendAndNoMore(again());
    }

    @Test
    void what_was_stored_is_never_refused_and_the_same_key_gets_its_answer() throws Exception {
        var cutting = database.wire().cutNext(Wire.Cut.BEFORE_THE_ANSWER_TO_COMMIT, true);

        inDoubt(spend());
        assertThat(cutting.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(database.stored(budget)).endsWith("SpendRecorded").hasSize(3);

        database.wire().mend();
        isFree(98_750);
        oneSpendAndNoMore(again());
    }

    /** A decision rests on what the node has at hand of the stream: a pound more than there is falls short by a pound. */
    private void isFree(long pence) {
        var tooMuch = Patience.untilNotBusy(() -> officer.post(
                "/v1/budgets/" + budget + "/authorisations",
                "{\"stream\": \"SOCIAL_CARE\", \"amountPence\": %d, \"effectiveOn\": \"2025-05-06\"}"
                        .formatted(pence + 100)));
        assertThat(tooMuch.status()).as(tooMuch.body().toString()).isEqualTo(409);
        assertThat(tooMuch.number("shortfallPence")).isEqualTo(100);
    }

    private LedgerClient.Answer spend() {
        return Spends.spend(officer, budget, key, 1_250);
    }

    /** Once more, for as long as the ledger says that it should be asked once more. */
    private LedgerClient.Answer again() {
        return Patience.untilNotBusy(this::spend).accepted();
    }

    private static void inDoubt(LedgerClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("TRY_AGAIN");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void oneSpendAndNoMore(LedgerClient.Answer answer) {
        assertThat(answer.number("version")).isEqualTo(3);
        assertThat(spend().accepted().body()).isEqualTo(answer.body());
        assertThat(database.stored(budget)).endsWith("SpendRecorded").hasSize(3);

        // The chain goes on from it, and the views show it: £1,000.00 less £12.50 twice.
        Spends.spend(officer, budget, 1_250).accepted();
        assertThat(database.balance(officer, budget)).isEqualTo(97_500);
        database.chainIsWhole(officer, budget, 4);
    }
}
