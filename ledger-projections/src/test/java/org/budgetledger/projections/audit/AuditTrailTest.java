package org.budgetledger.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Role;
import org.budgetledger.api.audit.AuditedEvent;
import org.budgetledger.api.audit.GetAuditTrail;
import org.budgetledger.api.audit.GetStreamHead;
import org.budgetledger.api.budget.allocation.AllocationNotified;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.overview.BudgetSummary;
import org.budgetledger.api.budget.overview.GetBudget;
import org.budgetledger.api.budget.overview.ListBudgets;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.review.GetTrustReview;
import org.budgetledger.api.budget.review.ListCaseload;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.budget.suspension.PaymentsSuspended;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.ListPools;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolSummary;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who sees what of a stream's history. */
class AuditTrailTest {
    private final BudgetId budget = Events.budget();

    @Test
    void a_trail_tells_who_when_and_why_in_the_order_of_the_stream_and_turns_its_pages() {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(FundingStream.HEALTH, 26_000, "2025-04-16"),
                    new PaymentsSuspended(Events.text("In hospital"), Events.day("2025-05-01")));
            var first = readSide.ask(trail(Role.AUDITOR, Paging.first(2), 3));
            assertThat(first.events()).extracting(AuditedEvent::version).containsExactly(1L, 2L);
            var second =
                    readSide.ask(trail(Role.AUDITOR, Paging.first(2).after(Objects.requireNonNull(first.next())), 3));
            assertThat(second.next()).isNull();
            var suspended = second.events().getFirst();
            assertThat(suspended.version()).isEqualTo(3);
            assertThat(suspended.type()).isEqualTo("PaymentsSuspended");
            assertThat(suspended.actor()).isEqualTo("j.okafor");
            assertThat(suspended.role()).isEqualTo("CARE_MANAGER");
            assertThat(suspended.reason()).isEqualTo(Events.text("In hospital"));
            assertThat(suspended.effectiveOn()).isEqualTo(Events.day("2025-05-01"));
            assertThat(suspended.commandId()).isEqualTo("command-3");
            assertThat(suspended.hash()).isEqualTo(ReadSide.hash(budget, 3));
            assertThat(suspended.previousHash()).isEqualTo(ReadSide.hash(budget, 2));
            assertThat(suspended.inWords()).isEqualTo("Payments were suspended from 1 May 2025.");
            assertThat(suspended.data()).containsEntry("effectiveOn", "2025-05-01");
            assertThat(readSide.ask(new GetStreamHead(ReadSide.NORTHMERE, budget.value(), Events.day("2025-05-01"), 3))
                            .asAt())
                    .isEqualTo(second.asAt())
                    .extracting(AsAt::streamVersion, AsAt::chainHash)
                    .containsExactly(3L, ReadSide.hash(budget, 3));
        }
    }

    @Test
    void a_care_manager_sees_what_was_bought_only_while_it_is_being_asked_about() {
        try (var readSide = new ReadSide()) {
            var asked = Events.entry();
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    bought(asked, "The Record Shop"),
                    bought(Events.entry(), "The Corner Cafe"));
            assertThat(descriptions(readSide, Role.HOLDER)).containsExactly("The Record Shop", "The Corner Cafe");
            assertThat(descriptions(readSide, Role.CARE_MANAGER)).containsExactly(null, null);
            assertThat(statement(readSide, Role.CARE_MANAGER)).containsExactly(null, null);

            readSide.append(
                    budget, new SpendQueried(asked, Events.text("Which outcome?"), false, Events.day("2025-05-10")));
            assertThat(descriptions(readSide, Role.CARE_MANAGER)).containsExactly("The Record Shop", null);
            assertThat(statement(readSide, Role.CARE_MANAGER)).containsExactly("The Record Shop", null);
            assertThat(statement(readSide, Role.HOLDER)).containsExactly("The Record Shop", "The Corner Cafe");

            readSide.append(budget, new SpendAccepted(asked, Events.text("Music"), Events.day("2025-05-12")));
            assertThat(descriptions(readSide, Role.CARE_MANAGER)).containsExactly(null, null);
            assertThat(statement(readSide, Role.CARE_MANAGER)).containsExactly(null, null);
        }
    }

    @Test
    void another_authority_cannot_tell_that_a_stream_exists() {
        try (var readSide = new ReadSide()) {
            var other = new AuthorityId("southmere");
            var pool = new PoolId(UUID.randomUUID());
            var today = Events.day("2025-05-01");
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
            readSide.append(pool, new PoolOpened(pool, ReadSide.NORTHMERE, Events.text("A class"), today));
            readSide.settle();
            var unknown = Events.budget();
            for (var version : List.of(0L, 1L)) {
                var asOfUnknown = readSide.reading(new GetBudget(other, unknown, today, version));
                assertThat(List.of(
                                readSide.reading(new GetBudget(other, budget, today, version)),
                                readSide.reading(new GetBalance(other, budget, Moment.NOW, today, version)),
                                readSide.reading(new GetStatement(
                                        other,
                                        budget,
                                        Role.AUDITOR,
                                        Moment.NOW,
                                        null,
                                        Paging.first(10),
                                        today,
                                        version)),
                                readSide.reading(new GetPool(other, pool, Role.AUDITOR, Moment.NOW, today, version)),
                                readSide.reading(new GetAuditTrail(
                                        other, budget.value(), Role.AUDITOR, Paging.first(10), today, version)),
                                readSide.reading(new GetStreamHead(other, pool.value(), today, version)),
                                readSide.reading(new GetRecipientReview(other, budget, today, version)),
                                readSide.reading(new GetTrustReview(other, budget, today, version)),
                                readSide.reading(new GetCareManagerReview(other, budget, today, version))))
                        .containsOnly(asOfUnknown);
            }
            assertThat(readSide.reading(new GetBudget(other, budget, today, 0))).isEqualTo(new Reading.NotFound());
            assertThat(readSide.ask(new ListBudgets(other, Paging.first(10), today))
                            .budgets())
                    .isEmpty();
            assertThat(readSide.ask(new ListPools(other, Paging.first(10), today))
                            .pools())
                    .isEmpty();
            assertThat(readSide.ask(new ListCaseload(other, Paging.first(10), today))
                            .lines())
                    .isEmpty();
            assertThat(readSide.ask(new ListBudgets(ReadSide.NORTHMERE, Paging.first(10), today))
                            .budgets())
                    .extracting(BudgetSummary::budgetId)
                    .containsExactly(budget);
            assertThat(readSide.ask(new ListPools(ReadSide.NORTHMERE, Paging.first(10), today))
                            .pools())
                    .extracting(PoolSummary::poolId)
                    .containsExactly(pool);
        }
    }

    @Test
    void a_version_that_the_read_side_has_not_come_to_is_not_level() {
        try (var readSide = new ReadSide()) {
            var today = Events.day("2025-05-01");
            readSide.append(budget, Events.opened(budget, "2025-04-01"));
            readSide.settle();
            assertThat(readSide.reading(new GetBalance(ReadSide.NORTHMERE, budget, Moment.NOW, today, 2)))
                    .isEqualTo(new Reading.NotLevel(1));
            readSide.append(budget, new AllocationNotified(today, null));
            assertThat(readSide.balance(budget, today).asAt().streamVersion()).isEqualTo(2);
        }
    }

    private GetAuditTrail trail(Role viewer, Paging paging, long minVersion) {
        return new GetAuditTrail(
                ReadSide.NORTHMERE, budget.value(), viewer, paging, Events.day("2025-06-01"), minVersion);
    }

    private List<@Nullable Object> descriptions(ReadSide readSide, Role viewer) {
        var descriptions = new ArrayList<@Nullable Object>();
        for (var event : readSide.ask(trail(viewer, Paging.first(50), readSide.version(budget)))
                .events()) {
            if (event.type().equals("SpendRecorded")) {
                var description = event.data().get("description");
                descriptions.add(description);
                assertThat(event.inWords().contains("The ")).isEqualTo(description != null);
            }
        }
        return descriptions;
    }

    private List<@Nullable String> statement(ReadSide readSide, Role viewer) {
        var descriptions = new ArrayList<@Nullable String>();
        readSide.ask(new GetStatement(
                        ReadSide.NORTHMERE,
                        budget,
                        viewer,
                        Moment.NOW,
                        null,
                        Paging.first(50),
                        Events.day("2025-06-01"),
                        readSide.version(budget)))
                .lines()
                .forEach(line -> descriptions.add(
                        line.description() == null ? null : line.description().value()));
        return descriptions;
    }

    private static SpendRecorded bought(EntryId id, String description) {
        return Events.spent(
                id, Events.SELF, FundingStream.SOCIAL_CARE, 1_000, "2025-05-01", null, description, List.of());
    }
}
