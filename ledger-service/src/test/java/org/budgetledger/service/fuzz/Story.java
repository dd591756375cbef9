package org.budgetledger.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.api.budget.plan.AgreementRoute;
import org.budgetledger.service.RunningLedger;

/** Budgets with money, plans, agreements and a pool, so that the fuzz meets more than what is not there. */
final class Story {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningLedger ledger;
    private final RawHttp http;
    private final Samples samples;

    Story(RunningLedger ledger, RawHttp http, Samples samples) {
        this.ledger = ledger;
        this.http = http;
        this.samples = samples;
    }

    /** Tells it, and gives the ids of the budgets. */
    List<String> told() throws IOException {
        var budgets = new ArrayList<String>();
        for (var person = 1; person <= 3; person++) {
            budgets.add(budget("person-" + person));
        }
        pool(budgets);
        post("/v1/periods/2025-05-05/closing", "RECONCILER", "");
        return budgets;
    }

    private String budget(String person) throws IOException {
        var id = post("/v1/budgets", "ALLOCATOR", """
                {"personRef": "%s", "openedOn": "2025-04-01"}""".formatted(person))
                .required("budgetId")
                .textValue();
        var budget = "/v1/budgets/" + id;
        post(budget + "/allocations", "ALLOCATOR", """
                {"stream": "SOCIAL_CARE", "weeklyPence": 26000, "effectiveFrom": "2025-04-07"}""");
        post(budget + "/allocations", "ALLOCATOR", """
                {"stream": "HEALTH", "oneOffPence": 240000, "effectiveFrom": "2025-04-07"}""");
        post(budget + "/allocation-notices", "ALLOCATOR", """
                {"effectiveOn": "2025-04-08"}""");
        var outcome =
                UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString();
        samples.learn("outcomeId", outcome);
        post(budget + "/plan", "CARE_MANAGER", """
                {"plan": {"outcomes": [{"outcomeId": "%s", "domain": "HOW_I_SPEND_MY_TIME",
                 "inTheirWords": "I swim on Tuesdays"}]}, "route": "%s", "effectiveOn": "2025-04-09"}""".formatted(outcome, AgreementRoute.PANEL));
        post(budget + "/deployments", "CARE_MANAGER", """
                {"effectiveFrom": "2025-04-09", "deployments":
                 [{"deploymentId": "self", "degree": "SELF", "holder": "%s"}]}""".formatted(person));
        post(budget + "/agreements", "CARE_MANAGER", """
                {"deployment": "self", "effectiveOn": "2025-04-10"}""");
        post(budget + "/payees", "PAYEE_SETTER", """
                {"deployment": "self", "payeeRef": "%s"}""".formatted(person));
        post(budget + "/payees/verification", "RELEASER", """
                {"deployment": "self", "payeeRef": "%s"}""".formatted(person));
        post(budget + "/payments", "RELEASER", """
                {"deployment": "self", "periodFrom": "2025-05-05", "periodTo": "2025-06-01", "effectiveOn": "2025-05-02",
                 "lines": [{"stream": "SOCIAL_CARE", "amountPence": 900000000},
                           {"stream": "HEALTH", "amountPence": 900000000}]}""");
        return id;
    }

    private void pool(List<String> budgets) throws IOException {
        post("/v1/pools", "ALLOCATOR", """
                {"purpose": "An art class", "effectiveOn": "2025-05-06", "members": [
                 {"budgetId": "%s", "deployment": "self", "stream": "SOCIAL_CARE", "amountPence": 60000},
                 {"budgetId": "%s", "deployment": "self", "stream": "HEALTH", "amountPence": 36000}]}""".formatted(budgets.get(0), budgets.get(1)));
    }

    private JsonNode post(String path, String role, String body) throws IOException {
        var answer = http.send(new Draft(
                "POST",
                path,
                Map.of(
                        "Authorization",
                        "Bearer " + ledger.token(role, "officer-" + role, "northmere", List.of()),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body.getBytes(StandardCharsets.UTF_8)));
        if (answer.status() != 201) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
        }
        var told = JSON.readTree(answer.body());
        samples.learn(told);
        return told;
    }
}
