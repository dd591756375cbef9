package org.budgetledger.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of an older version is taken forward: what was stored stays as it is, and everything is read from it rightly. */
class ForwardTest {
    /** Version 3 had just emptied the views of budgets, to make them anew; it had the events and the audit trail. */
    private static final String OLDER = "3";

    private static final String DATABASE = "ledger";

    // The golden files are of one budget and one pool.
    private static final String BUDGET = "20c79ef8-a4fc-3250-be47-02fbd5045ffb";
    private static final String POOL = "50a47e72-e5b6-325f-bdd9-b9dc340f3360";

    private static final List<String> BUDGETS_EVENTS = List.of(
            "budget.allocation.BudgetOpened",
            "budget.allocation.BudgetAllocated",
            "budget.allocation.AllocationNotified",
            "budget.control.DeploymentsSet",
            "budget.spending.SpendRecorded",
            "budget.spending.RefundReceived",
            "budget.earmark.EarmarkSet",
            "budget.pooling.ContributedToPool");
    private static final List<String> POOLS_EVENTS =
            List.of("PoolOpened", "PoolMemberJoined", "PoolContributionReceived", "PoolSpendRecorded");

    @TempDir
    private static Path home;

    @Test
    void a_ledger_of_an_older_version_is_read_and_goes_on() throws Exception {
        var issuer = new SomeIssuer(home);
        try (var server = new ServerOfTwoRoles(home)) {
            server.create(DATABASE);
            server.migrateTo(OLDER, "postgres", DATABASE);
            var older = new OlderLedger(server.asSuperuser(DATABASE));
            BUDGETS_EVENTS.forEach(event -> older.append("Budget", BUDGET, "org.budgetledger.api." + event));
            POOLS_EVENTS.forEach(event -> older.append("Pool", POOL, "org.budgetledger.api.pool." + event));
            older.auditTrailIsLevel();
            server.runRolesScript(DATABASE);

            var settings = new HashMap<>(server.settings(DATABASE));
            settings.put(SomeIssuer.SETTING, issuer.publicKey());
            try (var ledger = RunningLedger.start(settings)) {
                // After the last day of the allocation, Sun 5 Apr 2026.
                ledger.setClock(Instant.parse("2026-05-01T09:00:00Z"));
                var officer = LedgerClient.withToken(ledger, issuer.token("ALLOCATOR", "j.okafor"));

                balancesAreRight(officer);
                trailIsAsItWas(officer);
                chainsAreWhole(officer, BUDGETS_EVENTS.size());
                officer.post("/v1/budgets/" + BUDGET + "/spends", """
                                {"stream": "SOCIAL_CARE", "deployment": "self", "amountPence": 5, "effectiveOn": "2026-04-01",
                                 "evidence": {"kind": "PROVIDER_CLAIM", "reference": "the first under the new version"}}""").accepted();
                chainsAreWhole(officer, BUDGETS_EVENTS.size() + 1);
                assertThat(officer.get("/v1/budgets/" + BUDGET + "/balance").number("balancePence"))
                        .isEqualTo(629_595 - 5);
            }
        }
    }

    private static void balancesAreRight(LedgerClient officer) {
        var balance = officer.get("/v1/budgets/" + BUDGET + "/balance");
        assertThat(balance.status()).as(balance.body().toString()).isEqualTo(200);
        // £123.45 a week from Mon 7 Apr 2025 to Sun 5 Apr 2026, 52 weeks: £6,419.40. The provider is paid by claims, so
        // of its fund
        // is left what was due less the spend of £123.45, with its refund of £123.45, less £123.45 for the pool.
        assertThat(balance.number("balancePence")).isEqualTo(641_940 - 12_345 + 12_345 - 12_345);
        // £123.45 of it is set aside.
        assertThat(balance.number("earmarkedPence")).isEqualTo(12_345);
        assertThat(balance.number("freePence")).isEqualTo(629_595 - 12_345);
        // The pool was given £123.45 and has spent it.
        var pool = officer.get("/v1/pools/" + POOL);
        assertThat(pool.status()).as(pool.body().toString()).isEqualTo(200);
        assertThat(pool.number("balancePence")).isEqualTo(0);
        assertThat(pool.body().at("/members/0/boreCostsPence").asLong()).isEqualTo(12_345);
    }

    private static void trailIsAsItWas(LedgerClient officer) {
        var trail = officer.get("/v1/budgets/" + BUDGET + "/events").body();
        assertThat(trail.required("events")).hasSize(BUDGETS_EVENTS.size()).allSatisfy(event -> {
            assertThat(event.required("actor").asText()).isEqualTo("j.okafor");
            assertThat(event.required("commandId").asText())
                    .isEqualTo("older-" + (event.required("version").asInt() - 1));
            // What a decision rested on was not recorded then.
            assertThat(event.required("policyPack").isNull()).isTrue();
            assertThat(event.required("clauses")).isEmpty();
        });
    }

    private static void chainsAreWhole(LedgerClient officer, int versions) {
        var report = officer.get("/v1/budgets/" + BUDGET + "/chain/verification");
        assertThat(report.body().required("whole").asBoolean())
                .as(report.body().toString())
                .isTrue();
        assertThat(report.number("verifiedVersions")).isEqualTo(versions);
        assertThat(officer.get("/v1/pools/" + POOL + "/chain/verification").number("verifiedVersions"))
                .isEqualTo(POOLS_EVENTS.size());
    }
}
