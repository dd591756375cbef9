package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.deployment.Selectors.Selector;
import org.budgetledger.service.scenario.ScenarioBook;
import org.budgetledger.service.scenario.ScenarioHost;
import org.junit.jupiter.api.Test;

/** What the dashboards show and the alert rules watch is what a ledger serves: a figure that is not there is never too high. */
class WatchedFiguresTest {
    private static final Path DASHBOARDS = Checkout.DOCKER.resolve("grafana").resolve("dashboards");
    private static final Path RULES = Checkout.DOCKER.resolve("prometheus").resolve("rules.yaml");

    /** What Prometheus makes itself, and gives to every series that it fetches. */
    private static final Set<String> PROMETHEUS_SERIES = Set.of("up", "ALERTS");

    private static final Set<String> PROMETHEUS_LABELS = Set.of("job", "instance");

    /** Figures over what is stored are looked up now and then, not at each scrape. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\(([^,]*),.*\\)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void every_series_that_is_watched_is_served() throws Throwable {
        var watched = watched();
        assertThat(watched.stream().map(Selector::name))
                .contains("ledger_projection_lag_events", "ledger_dead_letters", "hikaricp_connections_max")
                .contains("ledger_money_held_pence", "ledger_runs", "ledger_chains_broken");
        // The settings are those of the images.
        try (var ledger = RunningLedger.start(Map.of(
                "management.metrics.distribution.percentiles-histogram.http.server.requests",
                "true",
                "management.metrics.distribution.percentiles-histogram.ledger.commands",
                "true"))) {
            // A budget that was refused something, is paid, holds money, and whose review nobody has held since.
            tell("e01-", ledger);
            ledger.resetClock();

            var missing = missing(watched, ledger);
            var until = Instant.now().plus(PATIENCE);
            while (!missing.isEmpty() && Instant.now().isBefore(until)) {
                Thread.sleep(1_000);
                missing = missing(watched, ledger);
            }
            assertThat(missing).as("watched, and not served").isEmpty();
        }
    }

    @Test
    void the_names_in_a_query_are_found_among_everything_else_in_it() {
        assertThat(Selectors.in("""
                max by (authority, stream) (held{authority=~"$authority", job="x"} offset 1d)
                  < 0.8 * sum(rate(spent_total[5m])) / 1e6 or vector(0) == bool 1 and on (stream) other:sum{} > 2 * 86400"""))
                .containsExactlyInAnyOrder(
                        new Selector("held", Set.of("authority", "job")),
                        new Selector("spent_total", Set.of()),
                        new Selector("other:sum", Set.of()));
    }

    private static void tell(String scenario, RunningLedger ledger) throws Throwable {
        var told = ScenarioBook.on(new ScenarioHost() {
                    @Override
                    public URI baseUri() {
                        return ledger.baseUri();
                    }

                    @Override
                    public void setClock(Instant at) {
                        ledger.setClock(at);
                    }
                })
                .filter(test -> test.getDisplayName().startsWith(scenario))
                .toList();
        assertThat(told).hasSize(1);
        told.getFirst().getExecutable().execute();
    }

    private static Set<Selector> watched() throws IOException {
        var queries = new ArrayList<String>();
        collect("expr", Checkout.document(RULES), queries);
        try (var dashboards = Files.list(DASHBOARDS)) {
            for (var dashboard : dashboards.toList()) {
                var document = new ObjectMapper().readTree(dashboard.toFile());
                collect("expr", document, queries);
                // What a variable may be chosen from: label_values(series, label).
                for (var variable : document.at("/templating/list")) {
                    queries.add(LABEL_VALUES
                            .matcher(variable.path("definition").asText())
                            .replaceAll("$1"));
                }
            }
        }
        assertThat(queries).hasSizeGreaterThan(50);
        return queries.stream()
                .flatMap(query -> Selectors.in(query).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(String field, JsonNode node, List<String> into) {
        node.findValues(field).forEach(value -> into.add(value.textValue()));
    }

    private static List<Selector> missing(Set<Selector> watched, RunningLedger ledger)
            throws IOException, InterruptedException {
        var served = served(ledger);
        return watched.stream()
                .filter(selector -> !PROMETHEUS_SERIES.contains(selector.name()))
                .filter(selector -> served.getOrDefault(selector.name(), List.of()).stream()
                        .noneMatch(labels -> labels.containsAll(selector.labels())))
                .toList();
    }

    /** The labels of each sample, by its name. */
    private static Map<String, List<Set<String>>> served(RunningLedger ledger)
            throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(ledger.baseUri() + "/actuator/prometheus"))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var samples = new HashMap<String, List<Set<String>>>();
        answer.body().lines().map(SAMPLE::matcher).filter(Matcher::find).forEach(sample -> {
            var labels = LABEL.matcher(Objects.requireNonNullElse(sample.group(2), ""))
                    .results()
                    .map(label -> label.group(1))
                    .collect(Collectors.toCollection(HashSet::new));
            labels.addAll(PROMETHEUS_LABELS);
            samples.computeIfAbsent(sample.group(1), _ -> new ArrayList<>()).add(labels);
        });
        return samples;
    }
}
