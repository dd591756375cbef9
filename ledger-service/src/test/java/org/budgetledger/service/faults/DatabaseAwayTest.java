package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is slow, or away for a while: nobody hangs, nobody is told what is not so, and it all goes on by itself. */
class DatabaseAwayTest {
    /** How long it is away: {@code -Dfaults.away.seconds=20}, or as long as you like. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("faults.away.seconds", 5));

    /** How long everything takes that is asked of it, where it is very slow: {@code -Dfaults.slow.seconds=5}. */
    private static final Duration SLOW = Duration.ofSeconds(Integer.getInteger("faults.slow.seconds", 3));

    /** A caller is answered within this, whatever has happened; on a machine that does nothing else, in half of it. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    private static final int CALLERS = 32;
    private static final int BUDGETS = 4;

    private final FaultyDatabase database = FaultyDatabase.shared();
    private final LedgerClient officer = database.officer();

    @BeforeEach
    @AfterEach
    void mend() {
        database.wire().mend();
    }

    @Test
    void a_database_that_takes_a_fifth_of_a_second_for_everything_is_waited_for() {
        var budget = officer.openBudgetWith(100_000);
        database.wire().delay(Duration.ofMillis(200));

        Spends.spend(officer, budget, 1_250).accepted();

        assertThat(database.balance(officer, budget)).isEqualTo(98_750);
    }

    @Test
    void a_database_that_takes_seconds_for_everything_keeps_nobody_for_ever_and_everybody_is_heard_in_the_end() {
        var budgets = IntStream.range(0, BUDGETS)
                .mapToObj(_ -> officer.openBudgetWith(100_000))
                .toList();
        var keys = IntStream.range(0, CALLERS)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        database.wire().delay(SLOW);

        // None waits for longer than the minute after which these clients would give up.
        var answers = Together.run(CALLERS, i -> Spends.spend(officer, budgets.get(i % BUDGETS), keys.get(i), 1_000));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 503));
        assertThat(answers).anySatisfy(DatabaseAwayTest::busy);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(DatabaseAwayTest::busy);

        database.wire().mend();
        for (var i = 0; i < CALLERS; i++) {
            var key = keys.get(i);
            var budget = budgets.get(i % BUDGETS);
            Patience.untilNotBusy(() -> Spends.spend(officer, budget, key, 1_000))
                    .accepted();
        }
        for (var budget : budgets) {
            // £1,000.00 less £10.00 from each of eight callers.
            assertThat(database.balance(officer, budget)).isEqualTo(92_000);
            database.chainIsWhole(officer, budget, 10);
        }
    }

    @Test
    void while_the_database_is_away_everybody_is_told_to_try_again_and_afterwards_all_goes_on() throws Exception {
        var budget = officer.openBudgetWith(100_000);
        var key = UUID.randomUUID().toString();
        database.wire().shut();

        var since = System.nanoTime();
        while (System.nanoTime() - since < AWAY.toNanos()) {
            within(() -> Spends.spend(officer, budget, key, 1_250));
            within(() -> officer.get("/v1/budgets/" + budget + "/balance"));
            // It would do no good to be started again.
            assertThat(officer.get("/actuator/health/liveness").status()).isEqualTo(200);
        }
        database.wire().mend();

        var spent = Patience.untilNotBusy(() -> Spends.spend(officer, budget, key, 1_250));
        assertThat(spent.accepted().number("version")).isEqualTo(3);
        assertThat(database.balance(officer, budget)).isEqualTo(98_750);
        database.chainIsWhole(officer, budget, 3);
    }

    private static void within(Supplier<LedgerClient.Answer> request) {
        var since = System.nanoTime();
        busy(request.get());
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(ANSWERED_WITHIN);
    }

    private static void busy(LedgerClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("TRY_AGAIN");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
