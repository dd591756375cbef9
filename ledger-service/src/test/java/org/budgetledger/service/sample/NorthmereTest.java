package org.budgetledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.junit.jupiter.api.Test;

class NorthmereTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
    private static final Sample SAMPLE = Northmere.made(Northmere.SEED, TODAY);

    private static List<JsonNode> bodies(String pathEnd) {
        return SAMPLE.requests()
                .filter(request -> request.path().endsWith(pathEnd))
                .map(request -> json(request.body()))
                .toList();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    @Test
    void the_same_seed_and_day_make_the_same_council() {
        assertThat(Northmere.made(Northmere.SEED, TODAY)).isEqualTo(SAMPLE);
        assertThat(Northmere.made(Northmere.SEED + 1, TODAY).requests().map(SampleRequest::key))
                .isNotEmpty()
                .noneMatch(SAMPLE.requests().map(SampleRequest::key).collect(Collectors.toSet())::contains);
        assertThat(Northmere.made(Northmere.SEED, TODAY.plusDays(1))).isNotEqualTo(SAMPLE);
    }

    @Test
    void every_request_has_a_key_of_its_own() {
        var keys = SAMPLE.requests().map(SampleRequest::key).toList();
        assertThat(Set.copyOf(keys)).hasSameSizeAs(keys).allMatch(key -> key.matches("[A-Za-z0-9._:-]{8,64}"));
    }

    @Test
    void there_are_at_least_two_hundred_budgets_and_two_pools() {
        assertThat(SAMPLE.budgets()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(SAMPLE.budgets().stream().map(Story::home).distinct())
                .hasSize(SAMPLE.budgets().size());
        assertThat(SAMPLE.pools()).hasSize(2);
        assertThat(SAMPLE.budgets().getFirst().home()).isEqualTo(Northmere.firstBudget(Northmere.SEED));
    }

    @Test
    void all_six_degrees_of_control_are_there_and_mixtures_of_them() {
        var degrees = new HashSet<Set<String>>();
        for (var deployments : bodies("/deployments")) {
            var mixture = new TreeSet<String>();
            deployments
                    .path("deployments")
                    .forEach(d -> mixture.add(d.path("degree").asText()));
            degrees.add(mixture);
        }
        assertThat(degrees)
                .containsAll(Arrays.stream(DegreeOfControl.values())
                        .map(degree -> Set.of(degree.name()))
                        .collect(Collectors.toSet()))
                .anyMatch(mixture -> mixture.size() == 2)
                .anyMatch(mixture -> mixture.size() == 3);
        assertThat(bodies("/deployments"))
                .anyMatch(body -> body.findValues("paidByClaims").stream().anyMatch(JsonNode::asBoolean));
    }

    @Test
    void something_of_everything_that_happens_to_budgets_happens() {
        var patterns = List.of(
                "/refunds",
                "/reversal",
                "/credits",
                "/resolution",
                "/earmarks",
                "/release",
                "/query",
                "/query/answer",
                "/query/resolution",
                "/reviews",
                "/assessments",
                "/learning",
                "/challenges",
                "/answer",
                "/suspension",
                "/suspension/resumption",
                "/top-ups",
                "/interest",
                "/contributions",
                "/authorisations",
                "/cancellation",
                "/transfers",
                "/moves",
                "/plan/revisions",
                "/agreements/trustees",
                "/withdrawal/concern",
                "/withdrawal/support",
                "/withdrawal/warning",
                "/withdrawal/review",
                "/withdrawal/notice",
                "/departures");
        for (var pattern : patterns) {
            assertThat(bodies(pattern)).as(pattern).isNotEmpty();
        }
        assertThat(bodies("/withdrawal")).as("a withdrawal is half way").isEmpty();
    }

    @Test
    void nothing_has_happened_after_today_and_the_twelve_months_are_used() {
        var dates = new ArrayList<LocalDate>();
        SAMPLE.requests().map(request -> json(request.body())).forEach(body -> {
            for (var name : List.of("effectiveOn", "openedOn")) {
                if (body.has(name)) {
                    dates.add(LocalDate.parse(body.path(name).asText()));
                }
            }
        });
        assertThat(dates)
                .allMatch(date -> !date.isAfter(TODAY) && !date.isBefore(TODAY.minusMonths(12)))
                .anyMatch(date -> date.isBefore(TODAY.minusMonths(11)))
                .anyMatch(date -> date.isAfter(TODAY.minusDays(7)));
    }

    /** R32: events hold opaque references, so no part of a name is in anything that is sent. */
    @Test
    void no_name_is_in_any_request() {
        assertThat(SAMPLE.names()).hasSize(SAMPLE.budgets().size());
        assertThat(SAMPLE.names().values()).contains("Amara Nwosu").doesNotHaveDuplicates();
        var names = SAMPLE.names().values().stream()
                .flatMap(name -> Arrays.stream(name.split(" ")))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var word = Pattern.compile("[^\\p{L}\\p{N}]+");
        var sent = SAMPLE.requests()
                .flatMap(request -> word.splitAsStream((request.path() + " " + request.body() + " "
                                + request.desk().actor() + " " + request.key())
                        .toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        assertThat(sent).contains("nm", "tuesdays").doesNotContainAnyElementsOf(names);
    }

    /** Domain §11, E3: what the class costs, and what its members put in, is the worked example's to the penny. */
    @Test
    void the_art_class_is_the_worked_example() {
        var requests = SAMPLE.pools().getFirst().requests();
        var opened = json(requests.getFirst().body());
        assertThat(opened.path("members").findValuesAsText("amountPence")).containsExactly("60000", "36000", "24000");
        var spends = requests.stream()
                .filter(request -> request.path().endsWith("/spends"))
                .mapToLong(request -> json(request.body()).path("amountPence").asLong());
        // Materials 120.00 and twelve Tuesdays of 90.00.
        assertThat(spends.sum()).isEqualTo(12_000 + 12 * 9_000);
        assertThat(requests)
                .filteredOn(request -> request.path().endsWith("/contributions"))
                .extracting(request -> json(request.body()).path("amountPence").asLong())
                .containsExactly(7_875L, 4_725L);
        assertThat(json(requests.getLast().body()).path("amountPence").asLong()).isEqualTo(2_501);
    }
}
