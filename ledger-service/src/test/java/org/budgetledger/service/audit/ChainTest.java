package org.budgetledger.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R5, on the running ledger: whoever changes the store behind its back is found out, and where. */
class ChainTest {
    private static RunningLedger ledger = RunningLedger.shared();
    private final LedgerClient officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
    private final LedgerClient auditor = LedgerClient.as(ledger, "AUDITOR", "a.audit");

    @Test
    void an_untouched_chain_is_whole() {
        var report = auditor.get("/v1/budgets/" + budgetOfTen() + "/chain/verification");

        assertThat(report.body().required("whole").asBoolean()).isTrue();
        assertThat(report.number("verifiedVersions")).isEqualTo(10);
    }

    @Test
    @Tag("tables-of-events")
    void a_changed_amount_is_found_at_its_version() {
        var budget = budgetOfTen();
        behindTheBack("""
                UPDATE DomainEventEntry SET payload = convert_to(replace(convert_from(payload, 'UTF8'), '"amountPence":105', '"amountPence":106'), 'UTF8')
                WHERE aggregateIdentifier = ? AND sequenceNumber = 4""", budget);

        assertThat(firstBadVersion(budget)).isEqualTo(5);
    }

    @Test
    @Tag("tables-of-events")
    void a_changed_instant_is_found_at_its_version() {
        var budget = budgetOfTen();
        behindTheBack(
                "UPDATE DomainEventEntry SET timeStamp = replace(timeStamp, '.', '.1') WHERE aggregateIdentifier = ? AND sequenceNumber = 6",
                budget);

        assertThat(firstBadVersion(budget)).isEqualTo(7);
    }

    @Test
    @Tag("tables-of-events")
    void a_changed_actor_is_found_at_its_version() {
        var budget = budgetOfTen();
        behindTheBack("""
                UPDATE DomainEventEntry SET metaData = convert_to(replace(convert_from(metaData, 'UTF8'), 'j.okafor', 'm.nobody'), 'UTF8')
                WHERE aggregateIdentifier = ? AND sequenceNumber = 2""", budget);

        assertThat(firstBadVersion(budget)).isEqualTo(3);
    }

    @Test
    @Tag("tables-of-events")
    void a_removed_event_is_found_at_its_version() {
        var budget = budgetOfTen();
        behindTheBack("DELETE FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber = 7", budget);

        assertThat(firstBadVersion(budget)).isEqualTo(8);
    }

    @Test
    @Tag("tables-of-events")
    void a_removed_tail_is_found_where_it_begins() {
        var budget = budgetOfTen();
        auditor.get("/v1/budgets/" + budget + "/chain/verification");
        behindTheBack("DELETE FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber >= 8", budget);

        assertThat(firstBadVersion(budget)).isEqualTo(9);
    }

    @Test
    @Tag("tables-of-events")
    void two_events_that_changed_places_are_found_at_the_first() {
        var budget = budgetOfTen();
        behindTheBack(
                "UPDATE DomainEventEntry SET sequenceNumber = 100 WHERE aggregateIdentifier = ? AND sequenceNumber = 5",
                budget);
        behindTheBack(
                "UPDATE DomainEventEntry SET sequenceNumber = 5 WHERE aggregateIdentifier = ? AND sequenceNumber = 6",
                budget);
        behindTheBack(
                "UPDATE DomainEventEntry SET sequenceNumber = 6 WHERE aggregateIdentifier = ? AND sequenceNumber = 100",
                budget);

        assertThat(firstBadVersion(budget)).isEqualTo(6);
    }

    @Test
    @Tag("tables-of-events")
    void the_store_itself_refuses_changes() {
        var budget = budgetOfTen();
        var jdbc = ledger.bean(JdbcClient.class);

        assertThatThrownBy(() -> jdbc.sql("UPDATE DomainEventEntry SET type = 'x' WHERE aggregateIdentifier = ?")
                        .param(budget)
                        .update())
                .hasMessageContaining("events are never changed or deleted");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM DomainEventEntry WHERE aggregateIdentifier = ?")
                        .param(budget)
                        .update())
                .hasMessageContaining("events are never changed or deleted");
    }

    @Test
    @Tag("tables-of-events")
    void a_chain_goes_on_unbroken_over_snapshots_and_restarts() {
        try (var own = RunningLedger.start()) {
            var spender = LedgerClient.as(own, "ALLOCATOR", "j.okafor");
            var budget = spender.openBudgetWith(1_000_000);
            for (var i = 0; i < 260; i++) {
                spend(spender, budget, 100 + i);
            }
            var snapshots = own.bean(JdbcClient.class);
            LedgerClient.eventually(() -> snapshots
                            .sql("SELECT count(*) FROM SnapshotEventEntry WHERE aggregateIdentifier = ?")
                            .param(budget)
                            .query(Long.class)
                            .single()
                    > 0);

            own.restart();
            var later = LedgerClient.as(own, "ALLOCATOR", "j.okafor");
            spend(later, budget, 1);

            var report = later.get("/v1/budgets/" + budget + "/chain/verification");
            assertThat(report.body().required("whole").asBoolean())
                    .as(report.body().toString())
                    .isTrue();
            assertThat(report.number("verifiedVersions")).isEqualTo(263);
            // £10,000.00 less the sum of 100 … 359 pence (59,670) less 1.
            assertThat(later.get("/v1/budgets/" + budget + "/balance").number("balancePence"))
                    .isEqualTo(1_000_000 - 59_670 - 1);
        }
    }

    private String budgetOfTen() {
        var budget = officer.openBudgetWith(100_000);
        for (var i = 3; i <= 10; i++) {
            spend(officer, budget, 100 + i);
        }
        return budget;
    }

    private static void spend(LedgerClient client, String budget, long pence) {
        client.post("/v1/budgets/" + budget + "/spends", """
                        {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line"}}""".formatted(pence)).accepted();
    }

    private long firstBadVersion(String budget) {
        var report = auditor.get("/v1/budgets/" + budget + "/chain/verification");
        assertThat(report.body().required("whole").asBoolean()).isFalse();
        return report.number("firstBadVersion");
    }

    /** As the database's owner might, with the guard switched off. */
    private static void behindTheBack(String sql, String budget) {
        ledger.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            var jdbc = ledger.bean(JdbcClient.class);
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).param(budget).update()).isPositive();
        });
    }
}
