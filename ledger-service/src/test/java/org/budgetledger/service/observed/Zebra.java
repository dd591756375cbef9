package org.budgetledger.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;

/**
 * Stories in which all that is about a person, and all that anybody may write in their own words, has a zebra in it: accepted,
 * refused, misshapen and asked for in vain. Where a zebra is seen, the person would have been.
 */
public final class Zebra {
    /** Written in whatever case. */
    public static final String SIGN = "zebra";

    private final RunningLedger ledger;
    private final List<LedgerClient.Answer> answers = new ArrayList<>();

    public Zebra(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /** Tells them, and gives the budget that they are about. */
    public String tell() {
        var officer = as("ALLOCATOR");
        var id = answered(officer.post("/v1/budgets", """
                        {"personRef": "P-ZEBRA-7731", "openedOn": "2025-04-01"}"""), 201).text("budgetId");
        var budget = "/v1/budgets/" + id;
        answered(officer.post(budget + "/ras-results", """
                        {"stream": "SOCIAL_CARE", "points": 50, "indicativeWeeklyPence": 25500, "rasVersion": "2025-1",
                         "effectiveOn": "2025-04-02"}"""), 201);
        answered(officer.post(budget + "/allocations", """
                        {"stream": "SOCIAL_CARE", "weeklyPence": 26000, "effectiveFrom": "2025-04-07"}"""), 409);
        answered(officer.post(budget + "/allocations", """
                        {"stream": "SOCIAL_CARE", "weeklyPence": 26000, "effectiveFrom": "2025-04-07",
                         "reason": "Her sister, a zebra keeper, is away on Sundays."}"""), 201);
        answered(officer.post(budget + "/allocation-notices", "{\"effectiveOn\": \"2025-04-01\"}"), 201);
        answered(officer.post(budget + "/deployments", """
                        {"effectiveFrom": "2025-04-07",
                         "deployments": [{"deploymentId": "self", "degree": "SELF", "holder": "P-ZEBRA-7731"}]}"""), 201);
        answered(officer.post(budget + "/agreements", "{\"effectiveOn\": \"2025-04-01\"}"), 201);
        answered(officer.post(budget + "/plan", """
                        {"effectiveOn": "2025-04-01", "route": "CARE_MANAGER", "plan": {"outcomes": [
                         {"outcomeId": "%s", "domain": "OTHER", "inTheirWords": "See the zebras again."}]}}""".formatted(UUID.randomUUID())), 201);
        answered(as("PAYEE_SETTER").post(budget + "/payees", "{\"payeeRef\": \"ACC-ZEBRA-7731\"}"), 201);
        answered(as("RELEASER").post(budget + "/payees/verification", "{\"payeeRef\": \"ACC-ZEBRA-7731\"}"), 201);
        answered(as("RELEASER").post(budget + "/payments", """
                        {"periodFrom": "2025-04-07", "periodTo": "2025-05-04", "effectiveOn": "2025-04-04"}"""), 201);
        answered(officer.post(budget + "/spends", """
                        {"stream": "SOCIAL_CARE", "deployment": "self", "amountPence": 1200, "effectiveOn": "2025-05-06",
                         "category": "zebra crossing", "description": "Lessons at the zebra crossing",
                         "evidence": {"kind": "MANUAL_ENTRY", "reference": "receipt zebra"}}"""), 201);
        answered(officer.post(budget + "/authorisations", """
                        {"stream": "SOCIAL_CARE", "deployment": "self", "amountPence": 99999999, "purpose": "A zebra"}"""), 409);
        misshapen(officer, budget);
        for (var view : List.of("", "/balance", "/events", "/statement", "/reviews/recipient", "/chain/verification")) {
            LedgerClient.eventually(() -> officer.get(budget + view).status() == 200);
        }
        return id;
    }

    private void misshapen(LedgerClient officer, String budget) {
        answered(officer.post("/v1/budgets", "{\"personRef\": \"Amara Zebra\"}"), 400);
        answered(officer.post("/v1/budgets", "{\"zebra\": \"Amara Zebra\"}"), 400);
        answered(officer.post("/v1/budgets", "{\"personRef\": \"P-ZEBRA-7731"), 400);
        answered(officer.post(budget + "/spends", """
                        {"stream": "zebra", "amountPence": "zebra", "effectiveOn": "zebra", "evidence": "zebra"}"""), 400);
        answered(officer.post("/v1/budgets", "P-ZEBRA 7731 is no key", "{}"), 400);
        answered(officer.get("/v1/budgets/P-ZEBRA-7731"), 400);
        answered(officer.get("/v1/people/P-ZEBRA-7731"), 404);
        answered(officer.get(budget + "/balance?effectiveOn=zebra"), 400);
        answered(officer.get(budget + "/balance?zebra=P-ZEBRA-7731"), 400);
        answered(LedgerClient.withToken(ledger, "zebra.zebra.zebra").get(budget), 401);
    }

    /** What was answered, in order. */
    public List<LedgerClient.Answer> answers() {
        return List.copyOf(answers);
    }

    private LedgerClient.Answer answered(LedgerClient.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        answers.add(answer);
        return answer;
    }

    /** Whoever acts has a zebra in their name, too. */
    public LedgerClient as(String role) {
        return LedgerClient.as(ledger, role, "z.zebra-" + role.toLowerCase(Locale.ROOT));
    }
}
