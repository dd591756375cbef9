package org.budgetledger.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.earmark.EarmarkPurpose;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.stream.Projection;
import org.junit.jupiter.api.Test;

/** Replays, rebuilds and events that cannot be taken in. */
class ProjectionsTest {
    private final BudgetId budget = Events.budget();
    private final BudgetId other = Events.budget();
    private final ItemId earmark = Events.item();

    @Test
    void a_history_that_is_delivered_twice_counts_once() {
        try (var readSide = new ReadSide()) {
            history(readSide);
            readSide.settle();
            var before = readSide.dump();
            assertThat(before.get("entry")).hasSize(42);
            readSide.deliverAgain();
            assertThat(readSide.dump()).isEqualTo(before);
            assertThat(readSide.projections().list())
                    .extracting(ProjectionStatus::deadLetters)
                    .containsOnly(0L);
        }
    }

    @Test
    void a_rebuild_makes_again_what_was_there() {
        try (var readSide = new ReadSide()) {
            history(readSide);
            readSide.settle();
            var before = readSide.dump();
            for (var projection : Projection.values()) {
                readSide.rebuild(projection);
            }
            readSide.settle();
            assertThat(readSide.dump()).isEqualTo(before);
        }
    }

    @Test
    void a_rebuild_puts_right_what_went_wrong_in_its_tables() {
        try (var readSide = new ReadSide()) {
            history(readSide);
            readSide.settle();
            var before = readSide.dump();
            readSide.jdbc().update("UPDATE account SET spends = spends + 1");
            readSide.jdbc().update("DELETE FROM entry WHERE version = 3");
            assertThat(readSide.dump()).isNotEqualTo(before);
            readSide.rebuild(Projection.BUDGETS);
            readSide.settle();
            assertThat(readSide.dump()).isEqualTo(before);
        }
    }

    @Test
    void an_event_that_the_database_refuses_is_parked_with_the_later_ones_of_its_stream_while_others_go_on() {
        try (var readSide = new ReadSide()) {
            refused(readSide);
            ReadSide.await(
                    () -> readSide.projections().parked(Projection.BUDGETS).size() == 2);
            assertThat(readSide.balance(other, Events.day("2025-05-01")).balance())
                    .isEqualTo(Money.ofPence(-4_000));
            var parked = readSide.projections().parked(Projection.BUDGETS);
            assertThat(parked).extracting(ParkedEvent::streamId).containsOnly(budget.value());
            assertThat(parked).extracting(ParkedEvent::version).containsExactly(3L, 4L);
            assertThat(parked).extracting(ParkedEvent::type).containsExactly("EarmarkSet", "SpendRecorded");
            assertThat(parked.get(0).cause()).contains("duplicate key");
            assertThat(parked.get(1).cause()).isNull();
            assertThat(readSide.projections().status(Projection.BUDGETS).deadLetters())
                    .isEqualTo(2);
            assertThat(readSide.projections().status(Projection.AUDIT).deadLetters())
                    .isZero();
            assertThat(readSide.reading(new GetBalance(
                            ReadSide.NORTHMERE,
                            budget,
                            Moment.NOW,
                            Events.day("2025-05-01"),
                            readSide.version(budget))))
                    .isEqualTo(new Reading.NotLevel(2));

            // Nothing was put right: it stays parked, and nothing of it is half written.
            assertThat(readSide.projections().retry(Projection.BUDGETS)).isEqualTo(2);
            assertThat(readSide.dump().get("earmark")).hasSize(1);

            readSide.jdbc().update("DELETE FROM earmark WHERE budget_id = ?", budget.value());
            assertThat(readSide.projections().retry(Projection.BUDGETS)).isZero();
            assertThat(readSide.projections().parked(Projection.BUDGETS)).isEmpty();
            var level = readSide.balance(budget, Events.day("2025-05-01"));
            assertThat(level.balance()).isEqualTo(Money.ofPence(-700));
            assertThat(level.earmarked()).isEqualTo(Money.ofPence(1_000));
        }
    }

    @Test
    void an_event_that_the_database_cannot_take_in_just_now_is_not_parked() {
        try (var readSide = new ReadSide()) {
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
            readSide.settle();
            readSide.jdbc().execute("""
                    CREATE SEQUENCE tries;
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM nextval('tries');
                        RAISE EXCEPTION 'somebody else holds the lock' USING ERRCODE = '55P03';
                    END $$;
                    CREATE TRIGGER refuse BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION refuse();
                    """);
            readSide.append(budget, Events.spent(Events.SELF, FundingStream.HEALTH, 100, "2025-04-11"));
            ReadSide.await(() -> Objects.requireNonNull(
                    readSide.jdbc().queryForObject("SELECT last_value > 3 FROM tries", Boolean.class)));
            readSide.jdbc().execute("DROP TRIGGER refuse ON entry");
            assertThat(readSide.balance(budget, Events.day("2025-05-01")).balance())
                    .isEqualTo(Money.ofPence(-100));
            assertThat(readSide.projections().parked(Projection.BUDGETS)).isEmpty();
        }
    }

    @Test
    void where_other_nodes_run_a_projection_it_is_as_far_as_they_have_stored() {
        try (var readSide = new ReadSide()) {
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
            readSide.settle();
            // What a segment has read of other segments' events it stores every so often.
            ReadSide.await(() -> Objects.requireNonNull(readSide.jdbc().queryForObject("""
                    SELECT bool_and(token IS NOT NULL AND convert_from(token, 'UTF8') LIKE '%:0}') FROM TokenEntry
                    WHERE processorName = 'budgets'
                    """, Boolean.class)));
            readSide.release(Projection.BUDGETS);
            var status = readSide.projections().status(Projection.BUDGETS);
            assertThat(status.whole()).isFalse();
            assertThat(status.lag()).isZero();

            readSide.append(budget, Events.spent(Events.SELF, FundingStream.HEALTH, 100, "2025-04-11"));
            assertThat(readSide.projections().status(Projection.BUDGETS).lag()).isEqualTo(1);
        }
    }

    @Test
    void an_event_without_a_hash_is_parked_by_every_projection_that_wants_it() {
        try (var readSide = new ReadSide()) {
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
            readSide.append(budget, new AllocationNotified(Events.day("2025-04-02"), null), Map.of("hash", ""));
            readSide.append(other, Events.opened(other, "2025-04-01"));
            assertThat(readSide.balance(other, Events.day("2025-05-01")).balance())
                    .isEqualTo(Money.ZERO);
            for (var projection : List.of(Projection.BUDGETS, Projection.AUDIT)) {
                ReadSide.await(() -> readSide.projections().parked(projection).size() == 1);
                assertThat(readSide.projections().parked(projection).getFirst().cause())
                        .contains("does not say its hash");
            }
            assertThat(readSide.projections().parked(Projection.POOLS)).isEmpty();
        }
    }

    @Test
    void a_projection_says_how_far_it_has_come() {
        try (var readSide = new ReadSide()) {
            history(readSide);
            readSide.settle();
            assertThat(readSide.projections().list()).allSatisfy(status -> {
                assertThat(status.state()).isEqualTo(ProjectionStatus.State.RUNNING);
                assertThat(status.lag()).isZero();
                // 45 events, counted from 0.
                assertThat(status.position()).hasValue(44);
                assertThat(status.deadLetters()).isZero();
            });
        }
    }

    /** 45 events, 42 of them with a line of money. */
    private void history(ReadSide readSide) {
        readSide.append(
                budget,
                Events.opened(budget, "2025-04-01"),
                Events.released(Events.SELF, "2025-04-04", Events.of(FundingStream.HEALTH, 100_000)),
                Events.spent(Events.SELF, FundingStream.HEALTH, 100, "2025-04-05"),
                setAside(1_000));
        readSide.append(other, Events.opened(other, "2025-04-01"));
        for (var i = 0; i < 40; i++) {
            readSide.append(other, Events.spent(Events.SELF, FundingStream.SOCIAL_CARE, 100 + i, "2025-04-10"));
        }
    }

    /** The same earmark twice: the table refuses the second. */
    private void refused(ReadSide readSide) {
        readSide.append(other, Events.opened(other, "2025-04-01"));
        readSide.append(budget, Events.opened(budget, "2025-04-01"), setAside(2_000), setAside(1_000));
        readSide.append(budget, Events.spent(Events.SELF, FundingStream.HEALTH, 700, "2025-04-11"));
        for (var i = 0; i < 40; i++) {
            readSide.append(other, Events.spent(Events.SELF, FundingStream.SOCIAL_CARE, 100, "2025-04-10"));
        }
    }

    private EarmarkSet setAside(long pence) {
        return new EarmarkSet(
                earmark,
                Events.SELF,
                FundingStream.HEALTH,
                Events.pence(pence),
                EarmarkPurpose.TAX,
                null,
                Events.day("2025-04-11"));
    }
}
