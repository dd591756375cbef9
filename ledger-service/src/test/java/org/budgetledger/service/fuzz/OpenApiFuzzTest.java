package org.budgetledger.service.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.budgetledger.api.Role;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every operation of the OpenAPI document, sent what it asks for and what it must not take, from a printed seed
 * ({@code -Dfuzz.seed=…} runs one again). No answer may be a failure of the server, every refusal must be a problem with a
 * code, every answer must be as documented, and nothing that is spoilt may reach a stream.
 */
class OpenApiFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_MOST = Duration.ofSeconds(Long.getLong("fuzz.seconds", 45));
    private static final int FAULTS_SHOWN = 25;
    private static final RunningLedger LEDGER = RunningLedger.start();

    private final long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Chances chances = new Chances(random);
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Set<String>> allowed = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<Operation> commands = new ArrayList<>();
    private int sent;
    private int keys;

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void no_request_makes_the_ledger_fail_and_nothing_spoilt_is_stored() throws IOException {
        System.out.println("fuzz.seed=" + seed);
        LEDGER.setClock(Instant.parse("2026-03-02T10:00:00Z"));
        var http = new RawHttp(LEDGER.baseUri());
        var document = JSON.readTree(http.send(new Draft("GET", "/v3/api-docs", Map.of(), new byte[0]))
                .body());
        var operations = Operation.all(document);
        operations.stream()
                .filter(operation -> operation.responses().has("201") && operation.hasKey())
                .forEach(commands::add);
        var samples = new Samples(document, random);
        var budgets = new Story(LEDGER, http, samples).told();
        tokens.put("OPERATOR", LEDGER.operatorToken("fuzz-operator"));
        for (var role : Role.values()) {
            tokens.put(role.name(), LEDGER.token(role.name(), "fuzz-" + role.name(), "northmere", budgets));
        }
        for (var operation : operations) {
            letIn(operation, samples, http);
        }
        var verdict = new Verdict(document);
        var breakages = new ArrayList<>(BodyBreakages.ALL);
        breakages.addAll(RequestBreakages.ALL);

        var deadline = Instant.now().plus(AT_MOST);
        var rounds = 0;
        while (rounds < breakages.size() && Instant.now().isBefore(deadline)) {
            for (var i = 0; i < operations.size(); i++) {
                var operation = operations.get(i);
                var role = role(operation, rounds + i);
                var sound = sound(operation, samples, role);
                judge(operation, "sound", role, sound, http, verdict, samples, null);
                var breakage = breakages.get((rounds + i) % breakages.size());
                var spoilt = BodyBreakages.ALL.contains(breakage) && !operation.hasBody()
                        ? null
                        : breakage.spoiler().spoil(operation, sound(operation, samples, role), chances);
                if (spoilt != null) {
                    judge(operation, breakage.name(), role, spoilt, http, verdict, samples, breakage);
                }
            }
            rounds++;
        }
        System.out.println(sent + " requests in " + rounds + " rounds over " + operations.size() + " operations, "
                + accepted.size() + " of which were answered as asked: " + statuses);
        assertThat(faults.values().stream().limit(FAULTS_SHOWN).toList())
                .as(faults.size() + " faults, fuzz.seed=" + seed)
                .isEmpty();
        assertThat(rounds).isPositive();
        // The fuzz is worth something only while it also gets through.
        assertThat(accepted).hasSizeGreaterThan(operations.size() / 4);
        nothingSpoiltIsStored(operations, breakages, samples, http);
    }

    /** Finds a role that may do it, so that the fuzz does not stop at the door. */
    private void letIn(Operation operation, Samples samples, RawHttp http) throws IOException {
        for (var role : tokens.keySet()) {
            if (http.send(sound(operation, samples, role)).status() != 403) {
                allowed.computeIfAbsent(operation.id(), any -> new TreeSet<>()).add(role);
                return;
            }
        }
        throw new IllegalStateException("no role may do " + operation);
    }

    private void nothingSpoiltIsStored(
            List<Operation> operations, List<Breakage> breakages, Samples samples, RawHttp http) throws IOException {
        LedgerClient.eventually(OpenApiFuzzTest::noRunGoesOn);
        var before = storedEvents();
        var refusals = breakages.stream().filter(Breakage::refused).toList();
        for (var operation : operations) {
            var spoilt = chances.oneOf(refusals)
                    .spoiler()
                    .spoil(operation, sound(operation, samples, role(operation, 1)), chances);
            if (spoilt != null && operation.hasBody()) {
                http.send(spoilt);
            }
        }
        assertThat(storedEvents()).as("fuzz.seed=" + seed).isEqualTo(before);
    }

    /** What was released in the background was asked for soundly, and is still being stored. */
    private static boolean noRunGoesOn() {
        return LEDGER.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM run WHERE state IN ('PREVIEWING', 'CARRYING_OUT')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static long storedEvents() {
        return LEDGER.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM DomainEventEntry")
                .query(Long.class)
                .single();
    }

    /** By turns every role, and those that were let in before. */
    private String role(Operation operation, int turn) {
        var known = allowed.get(operation.id());
        return known == null || turn % 2 == 0
                ? List.copyOf(tokens.keySet()).get(turn / 4 % tokens.size())
                : chances.oneOf(List.copyOf(known));
    }

    private Draft sound(Operation operation, Samples samples, String role) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + tokens.get(role));
        var target = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.required("name").textValue();
            switch (parameter.required("in").textValue()) {
                case "path" ->
                    target = target.replace(
                            "{" + name + "}",
                            samples.of(name, parameter.path("schema")).asText());
                case "query" -> {
                    if (random.nextInt(4) == 0 && !name.equals("cursor")) {
                        query.add(name + "="
                                + samples.of(name, parameter.path("schema")).asText());
                    }
                }
                case "header" -> {
                    if (name.equals("Idempotency-Key")) {
                        headers.put(name, "fuzz-" + seed + "-" + keys++);
                    } else if (random.nextInt(20) == 0) {
                        headers.put(
                                name, samples.of(name, parameter.path("schema")).asText());
                    }
                }
                default -> throw new IllegalStateException("the fuzz does not know parameters in " + parameter);
            }
        }
        var body = new byte[0];
        if (operation.body() != null) {
            headers.put("Content-Type", "application/json");
            body = JSON.writeValueAsBytes(
                    operation.isBatch() ? batch(samples, role) : samples.object(operation.body()));
        }
        return new Draft(
                operation.method(), target + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body);
    }

    /** A batch of one command, so that a batch with something spoilt in it has nothing sound that could be stored. */
    private JsonNode batch(Samples samples, String role) throws IOException {
        var alone = sound(chances.oneOf(commands), samples, role);
        var batch = JSON.createObjectNode();
        if (random.nextBoolean()) {
            batch.put("atomic", random.nextBoolean());
        }
        var command = batch.putArray("commands")
                .addObject()
                .put("commandId", "fuzz-" + seed + "-" + keys++)
                .put("post", alone.target());
        if (random.nextInt(10) == 0) {
            command.put("ifMatch", random.nextInt(5));
        }
        command.set("body", JSON.readTree(alone.body()));
        return batch;
    }

    private void judge(
            Operation operation,
            String what,
            String role,
            Draft draft,
            RawHttp http,
            Verdict verdict,
            Samples samples,
            @Nullable Breakage breakage) {
        sent++;
        try {
            var answer = http.send(draft);
            statuses.merge(Integer.toString(answer.status()), 1, Integer::sum);
            if (answer.status() == 503) {
                // Allowed, but with one client at a time it asks for a look.
                System.out.println(operation + ", " + what + ": " + answer.text());
            }
            var found = verdict.faults(operation, draft, answer);
            if (breakage != null && breakage.refused() && !refused(operation, answer)) {
                found.add("it was not refused");
            }
            if ((breakage == null || breakage.routed()) && !operation.statuses().contains(answer.status())) {
                found.add("a status that is not documented");
            }
            found.forEach(fault -> fault(operation, what, draft, answer.status() + " " + answer.text(), fault));
            if (breakage == null && answer.status() != 401 && answer.status() != 403) {
                allowed.computeIfAbsent(operation.id(), any -> new TreeSet<>()).add(role);
            }
            if (breakage == null && answer.status() < 300) {
                accepted.add(operation.id());
                if (answer.header("Content-Type").startsWith("application/json")) {
                    samples.learn(JSON.readTree(answer.body()));
                }
            }
        } catch (IOException e) {
            fault(operation, what, draft, e.toString(), "there was no answer");
        }
    }

    /** In a batch, which is of one command here, that one is. */
    private static boolean refused(Operation operation, RawHttp.Answer answer) throws IOException {
        return answer.status() >= 400
                || (operation.isBatch()
                        && JSON.readTree(answer.body()).path("refused").asInt() == 1);
    }

    private void fault(Operation operation, String what, Draft draft, String answered, String fault) {
        // One of a kind shows the fault; a hundred hide the others.
        faults.putIfAbsent(
                what + fault,
                "\n" + operation + ", " + what + ": " + fault + "\n" + draft + "\n→ "
                        + answered.substring(0, Math.min(answered.length(), 600)));
    }
}
