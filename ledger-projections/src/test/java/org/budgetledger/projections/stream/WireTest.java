package org.budgetledger.projections.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Role;
import org.budgetledger.api.audit.GetAuditTrail;
import org.budgetledger.api.audit.GetStreamHead;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.balance.GetDebts;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.overview.GetBudget;
import org.budgetledger.api.budget.overview.ListBudgets;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.review.GetTrustReview;
import org.budgetledger.api.budget.review.ListCaseload;
import org.budgetledger.api.budget.statement.GetStatement;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.ListPools;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.projections.operations.Events;
import org.budgetledger.projections.operations.ReadSide;
import org.junit.jupiter.api.Test;

/** Questions and answers may cross between nodes, as Axon's serializer writes them. */
class WireTest {
    private final ObjectMapper mapper = ReadSide.mapper();
    private final BudgetId budget = Events.budget();
    private final PoolId pool = new PoolId(UUID.randomUUID());
    private final LocalDate today = Events.day("2025-05-10");

    @Test
    void every_question_and_its_answer_survive_the_way_between_nodes() throws JsonProcessingException {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.weekly(FundingStream.SOCIAL_CARE, 26_000, "2025-04-16"),
                    Events.deployed(Events.TRUST, DegreeOfControl.TRUST, "2025-04-16"),
                    Events.released(Events.TRUST, "2025-04-16", Events.of(FundingStream.SOCIAL_CARE, 70_571)),
                    Events.spent(Events.TRUST, FundingStream.SOCIAL_CARE, 2_500, "2025-04-20"));
            readSide.append(
                    pool,
                    new PoolOpened(pool, ReadSide.NORTHMERE, Events.text("A class"), today),
                    new PoolMemberJoined(budget, 1, today));
            readSide.settle();
            for (var query : queries()) {
                assertThat(again(query)).isEqualTo(query);
                var reading = readSide.reading(query);
                assertThat(reading).isInstanceOf(Reading.Found.class);
                assertThat(again(reading)).isEqualTo(reading);
            }
            assertThat(again(new Reading.NotLevel(3))).isEqualTo(new Reading.NotLevel(3));
            assertThat(again(new Reading.NotFound())).isEqualTo(new Reading.NotFound());
        }
    }

    @Test
    void sums_are_pence_by_name_and_dates_are_iso() throws JsonProcessingException {
        try (var readSide = new ReadSide()) {
            readSide.append(
                    budget,
                    Events.opened(budget, "2025-04-01"),
                    Events.spent(Events.SELF, FundingStream.HEALTH, 2_500, "2025-04-20"));
            var json = mapper.readTree(mapper.writeValueAsString(readSide.balance(budget, today)));
            assertThat(json.get("balancePence").longValue()).isEqualTo(-2_500);
            assertThat(json.get("accounts").get(0).get("spendsPence").longValue())
                    .isEqualTo(2_500);
            assertThat(json.get("today").textValue()).isEqualTo("2025-05-10");
            assertThat(json.get("asAt").get("streamVersion").longValue()).isEqualTo(2);
            assertThat(json.get("asAt").get("knownAt").textValue()).isEqualTo("2025-04-01T09:00:02Z");
        }
    }

    private Object again(Object message) throws JsonProcessingException {
        return mapper.readValue(mapper.writeValueAsString(message), message.getClass());
    }

    private List<LedgerQuery<?>> queries() {
        var authority = ReadSide.NORTHMERE;
        var paging = Paging.first(1);
        return List.of(
                new GetBudget(authority, budget, today, 1),
                new GetBalance(authority, budget, Moment.NOW, today, 1),
                new GetBalance(authority, budget, Moment.about(today), today, 1),
                new GetBalance(authority, budget, Moment.about(today).ofVersion(2), today, 1),
                new GetDebts(authority, budget, Moment.knownAt(Instant.parse("2025-05-10T09:00:00Z"), today), today, 1),
                new GetStatement(authority, budget, Role.HOLDER, Moment.NOW, null, paging, today, 1),
                new GetStatement(authority, budget, Role.HOLDER, Moment.about(today), today, paging, today, 1),
                new GetRecipientReview(authority, budget, today, 1),
                new GetTrustReview(authority, budget, today, 1),
                new GetCareManagerReview(authority, budget, today, 1),
                new GetPool(authority, pool, Role.AUDITOR, Moment.NOW, today, 1),
                new GetPool(authority, pool, Role.AUDITOR, Moment.about(today), today, 1),
                new GetAuditTrail(authority, budget.value(), Role.AUDITOR, paging, today, 1),
                new GetAuditTrail(
                        authority,
                        budget.value(),
                        Role.AUDITOR,
                        paging.after(new Cursor(Cursor.NO_DAY, 1, Cursor.NO_ID)),
                        today,
                        1),
                new GetStreamHead(authority, pool.value(), today, 1),
                new ListBudgets(authority, paging, today),
                new ListPools(authority, paging, today),
                new ListCaseload(authority, paging, today));
    }
}
