package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The first commands of a budget, each of which needs the one before it: until it has money to be used. */
final class Opening {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** £20,000.00: enough for most decisions, too little for all. */
    private static final long ONE_OFF_PENCE = 2_000_000;

    private static final long WEEKLY_PENCE = 50_000;
    private static final String HOLDERS = "self";

    private final Function<Command, JsonNode> ledger;
    private final RandomGenerator random;

    /**
     * An opening.
     *
     * @param ledger sends a command until it is acknowledged
     */
    Opening(Function<Command, JsonNode> ledger, RandomGenerator random) {
        this.ledger = ledger;
        this.random = random;
    }

    /** A budget that the authority manages, with a one-off sum. */
    Account managed() {
        var account = new Account(open(), null);
        send(
                Desk.ALLOCATOR,
                account.path() + "/allocations",
                body().put("stream", Mix.STREAM)
                        .put("oneOffPence", ONE_OFF_PENCE)
                        .put("effectiveFrom", "2025-04-01"));
        return account;
    }

    /** A budget whose holder is paid for each period. */
    Account held() {
        var account = new Account(open(), HOLDERS);
        var path = account.path();
        send(
                Desk.ALLOCATOR,
                path + "/allocations",
                body().put("stream", Mix.STREAM)
                        .put("weeklyPence", WEEKLY_PENCE)
                        .put("effectiveFrom", "2025-04-07"));
        send(Desk.ALLOCATOR, path + "/allocation-notices", body().put("effectiveOn", "2025-04-01"));
        var deployments = body().put("effectiveFrom", "2025-04-07");
        deployments
                .putArray("deployments")
                .addObject()
                .put("deploymentId", HOLDERS)
                .put("degree", "SELF")
                .put("holder", "P-1001");
        send(Desk.ALLOCATOR, path + "/deployments", deployments);
        var plan = body().put("route", "PANEL").put("effectiveOn", "2025-04-02");
        plan.putObject("plan")
                .putArray("outcomes")
                .addObject()
                .put("outcomeId", Mix.key(random))
                .put("domain", "WHERE_I_LIVE")
                .put("inTheirWords", "I stay in my own home.");
        send(Desk.ALLOCATOR, path + "/plan", plan);
        send(
                Desk.ALLOCATOR,
                path + "/agreements",
                body().put("deployment", HOLDERS).put("effectiveOn", "2025-04-02"));
        var payee = body().put("deployment", HOLDERS).put("payeeRef", "ACC-1001");
        send(Desk.PAYEE_SETTER, path + "/payees", payee);
        send(Desk.RELEASER, path + "/payees/verification", payee);
        return account;
    }

    private String open() {
        return send(
                        Desk.ALLOCATOR,
                        "/v1/budgets",
                        body().put("personRef", "P-1001").put("openedOn", "2025-04-01"))
                .required("budgetId")
                .asText();
    }

    private JsonNode send(Desk desk, String path, ObjectNode body) {
        return ledger.apply(new Command(Mix.key(random), desk, path, body.toString()));
    }

    private static ObjectNode body() {
        return JSON.createObjectNode();
    }
}
