package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.budgetledger.service.process.LedgerProcess;

/** What one node shows of budgets and pools: it is level with the store or it is not shown. */
final class Views {
    /** Projections that were left alone by a dead node are taken over long before. */
    private static final Duration LEVEL_WITHIN = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LINES = 200;
    private static final List<String> PROJECTIONS = List.of("budgets", "pools", "audit");

    private final Wire wire;
    private final LedgerProcess node;

    Views(Wire wire, LedgerProcess node) {
        this.wire = wire;
        this.node = node;
    }

    /** Asks for each until it is level, and tells how long that took. */
    Duration awaitLevel(Collection<String> paths) {
        var since = Instant.now();
        paths.forEach(this::read);
        return Duration.between(since, Instant.now());
    }

    /** Everything that is shown of these streams: balances or pools, and every line of their audit trails. */
    Map<String, JsonNode> all(Collection<StoredEvent> events) {
        var shown = new TreeMap<String, JsonNode>();
        for (var path : paths(events)) {
            var view = path.startsWith("/v1/budgets") ? path + "/balance" : path;
            shown.put(view, read(view));
            trail(path, shown);
        }
        return shown;
    }

    /** Where audit trails do not say what is stored, or a chain is not whole; nothing where all is right. */
    List<String> faults(Map<String, JsonNode> shown, Collection<StoredEvent> events) {
        var faults = new ArrayList<String>();
        var byStream = events.stream().collect(Collectors.groupingBy(StoredEvent::stream));
        for (var path : paths(events)) {
            var trail = shown.entrySet().stream()
                    .filter(view -> view.getKey().startsWith(path + "/events"))
                    .flatMap(view -> view.getValue().path("events").valueStream())
                    .map(event -> event.path("version")
                            + event.path("type").asText()
                            + event.path("commandId").asText()
                            + event.path("hash").asText())
                    .sorted()
                    .toList();
            var stored = byStream.getOrDefault(path.substring(path.lastIndexOf('/') + 1), List.of()).stream()
                    .map(event -> event.version() + event.type() + event.key() + event.hash())
                    .sorted()
                    .toList();
            if (!trail.equals(stored)) {
                faults.add("the audit trail of " + path + " has " + trail + " where " + stored + " is stored");
            }
            var chain = read(path + "/chain/verification");
            if (!chain.path("whole").asBoolean()
                    || chain.path("verifiedVersions").asInt() != stored.size()) {
                faults.add("the chain of " + path + ": " + chain);
            }
        }
        return faults;
    }

    /** Has every projection made again from the events, and waits until all of them are level. */
    void rebuild() {
        for (var projection : PROJECTIONS) {
            var started = wire.operate(node, "POST", "/v1/operations/projections/" + projection + "/rebuild");
            if (started.status() != 202) {
                throw new IllegalStateException("rebuilding " + projection + " was answered " + started);
            }
        }
        var until = Instant.now().plus(LEVEL_WITHIN);
        while (!level()) {
            if (until.isBefore(Instant.now())) {
                throw new IllegalStateException("not rebuilt after " + LEVEL_WITHIN);
            }
            Waiting.pause(BETWEEN_LOOKS);
        }
    }

    private boolean level() {
        return wire.operate(node, "GET", "/v1/operations/projections")
                .body()
                .valueStream()
                .allMatch(status -> status.path("state").asText().equals("RUNNING")
                        && status.path("lag").asLong() == 0
                        && status.at("/rebuild/state").asText("DONE").equals("DONE"));
    }

    private void trail(String path, Map<String, JsonNode> shown) {
        var at = path + "/events?limit=" + LINES;
        for (var page = read(at); ; page = read(at)) {
            shown.put(at, page);
            if (!page.hasNonNull("next")) {
                return;
            }
            at = path + "/events?limit=" + LINES + "&cursor="
                    + page.required("next").asText();
        }
    }

    private JsonNode read(String path) {
        var until = Instant.now().plus(LEVEL_WITHIN);
        var reply = wire.ask(node, path);
        while (reply.status() != 200) {
            if (until.isBefore(Instant.now())) {
                throw new IllegalStateException("GET " + path + " was answered " + reply + " for " + LEVEL_WITHIN);
            }
            Waiting.pause(BETWEEN_LOOKS);
            reply = wire.ask(node, path);
        }
        return reply.body();
    }

    private static List<String> paths(Collection<StoredEvent> events) {
        return events.stream()
                .filter(event -> event.version() == 1)
                .map(event -> (event.type().equals("PoolOpened") ? "/v1/pools/" : "/v1/budgets/") + event.stream())
                .toList();
    }
}
