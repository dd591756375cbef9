package org.budgetledger.service.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTest {
    private static final String FIRST_STEP = """
            name: A story
            steps:
              - at: 2025-04-22T10:00Z
                as: {role: IMPORTER, actor: bank-feed}
                post: /v1/budgets/b-1/spends
            """;

    private static final String ANSWER = """
            {"spendId":"s-1","amountPence":6000,"flags":["RING_FENCE","AFTER_END"],
             "accounts":[{"stream":"SOCIAL_CARE","balancePence":24000},{"stream":"HEALTH","balancePence":-6000}],
             "on":"2025-04-22","note":null}""";

    private static void run(String yaml, StubHost host) {
        try (var runner = new ScenarioRunner(host, Duration.ofMillis(200))) {
            runner.run(ScenarioReader.read("story.yaml", yaml));
        }
    }

    private static void expecting(String expectation) throws IOException {
        try (var host = new StubHost(201, ANSWER)) {
            run(FIRST_STEP + "    expect: " + expectation, host);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amountPence: 6000}",
                "{status: 201, 'accounts[1].balancePence': -6000}",
                "{flags: [AFTER_END]}",
                "{flags: [AFTER_END, RING_FENCE]}",
                "{accounts: [{stream: HEALTH, balancePence: -6000}]}",
                "{'on': 2025-04-22}",
                "{note: null, nowhere: null, 'flags[2]': null}",
            })
    void what_is_there_is_as_expected(String expectation) {
        assertThatCode(() -> expecting(expectation)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{amountPence: 6001} | amountPence: expected 6001, got 6000",
                "{status: 409} | status: expected 409, got 201",
                "{flags: []} | flags: expected [], got [\"RING_FENCE\",\"AFTER_END\"]",
                "{flags: [AFTER_END, AFTER_END]} | flags: expected each of",
                "{flags: [OVERDRAWN]} | flags: expected an element like \"OVERDRAWN\"",
                "{accounts: [{stream: HEALTH, balancePence: 0}]} | accounts: expected an element like",
                "{nowhere: 1} | nowhere: expected 1, got nothing",
                "{spendId: null} | spendId: expected nothing, got \"s-1\"",
                "{'on': 2025-04-23} | on: expected \"2025-04-23\", got \"2025-04-22\"",
            })
    void what_is_otherwise_fails_and_says_where_and_how(String expectation, String message) {
        assertThatThrownBy(() -> expecting(expectation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("story.yaml, step 1 (post /v1/budgets/b-1/spends)")
                .hasMessageContaining("as IMPORTER bank-feed at 2025-04-22T10:00:00Z")
                .hasMessageContaining(message);
    }

    @Test
    void a_step_that_expects_nothing_must_still_be_accepted() throws IOException {
        try (var host = new StubHost(409, "{\"code\":\"BUDGET_WITHDRAWN\"}")) {
            var yaml = FIRST_STEP + "  - {get: /v1/budgets/b-1, expect: {status: 409}}";
            assertThatThrownBy(() -> run(yaml, host)).hasMessageContaining("status: expected 2xx, got 409");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'    expct: {status: 201}' | unknown key expct",
                "'    expect: {status: 201}\ntitle: A story' | unknown key title",
                "'    expect: {status: 201}\n  - {as: {rol: HOLDER}, get: /v1}' | unknown key rol",
                "'  - {put: /v1/budgets, expect: {status: 201}}' | unknown key put",
                "'  - {get: /v1, post: /v1, expect: {status: 201}}' | exactly one of get and post",
                "'  - {expect: {status: 201}}' | exactly one of get and post",
                "'  - {get: /v1, body: {a: 1}, expect: {status: 201}}' | a get has no body",
                "'    expect: {status: 201, status: 201}' | duplicate key",
                "'    expect: {}' | at least one thing",
                "'    expect: {account: {}}' | expects nothing of what is there",
                "'    expect:\n      account[: 1' | no path into an answer",
                "'    body: {amountPence: 1}' | nothing is expected anywhere",
            })
    void a_file_that_might_not_check_what_it_says_is_refused(String rest, String message) {
        assertThatThrownBy(() -> ScenarioReader.read("story.yaml", FIRST_STEP + rest))
                .isInstanceOf(ScenarioFault.class)
                .hasMessageContaining("story.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void the_first_step_says_when_and_who() {
        assertThatThrownBy(() -> ScenarioReader.read("s", "{name: n, steps: [{get: /v1, expect: {status: 200}}]}"))
                .isInstanceOf(ScenarioFault.class)
                .hasMessageContaining("at what time and as whom");
        assertThatThrownBy(() -> ScenarioReader.read("s", "{name: n, steps: []}"))
                .hasMessageContaining("no steps");
    }

    @Test
    void time_and_caller_carry_over_and_saved_values_are_filled_in() throws IOException {
        try (var host = new StubHost(201, ANSWER)) {
            run(FIRST_STEP + """
                    save: {spend: spendId, pence: amountPence}
                    headers: {Idempotency-Key: 'key-${run}'}
                  - post: /v1/budgets/b-1/spends/${spend}/refunds
                    body: {amountPence: 1, of: '${pence}', in: 'all ${pence}', dated: 2025-04-22, flags: ['${spend}', true]}
                    expect: {status: 201}
                  - at: 2025-04-23T10:00+01:00
                    as: {role: HOLDER, actor: h-1, authority: eastmoor, budgets: ['${spend}']}
                    get: /v1/budgets/b-1
                    query: {effectiveOn: 2025-04-22}
                """.indent(0), host);
            assertThat(host.asked())
                    .anySatisfy(line -> assertThat(line).matches("/v1/budgets/b-1/spends key-[0-9a-f]{8} \\{}"))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("/v1/budgets/b-1/spends/s-1/refunds ")
                            .endsWith("{\"amountPence\":1,\"of\":6000,\"in\":\"all 6000\",\"dated\":\"2025-04-22\","
                                    + "\"flags\":[\"s-1\",true]}"))
                    .anySatisfy(line -> assertThat(line).startsWith("/v1/budgets/b-1?effectiveOn=2025-04-22 "))
                    .contains("clock 2025-04-22T10:00:00Z", "clock 2025-04-23T09:00:00Z");
            assertThat(host.asked().stream().filter(line -> line.startsWith("token")))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("\"authority\":\"northmere\"")
                    .contains("\"role\":\"IMPORTER\"")
                    .contains("\"actor\":\"bank-feed\"")
                    .contains("\"budgets\":[]");
            assertThat(host.asked())
                    .filteredOn(line -> line.startsWith("token"))
                    .last()
                    .asString()
                    .contains("\"authority\":\"eastmoor\"")
                    .contains("\"budgets\":[\"s-1\"]");
        }
    }

    @Test
    void a_variable_that_nobody_saved_is_a_fault() throws IOException {
        try (var host = new StubHost(201, ANSWER)) {
            var yaml = FIRST_STEP + "  - {get: '/v1/budgets/${budget}', expect: {status: 200}}";
            assertThatThrownBy(() -> run(yaml, host))
                    .isInstanceOf(ScenarioFault.class)
                    .hasMessageContaining("${budget}");
        }
    }

    @Test
    void what_cannot_be_saved_fails() throws IOException {
        try (var host = new StubHost(201, ANSWER)) {
            var yaml = FIRST_STEP + "    save: {spend: spendID}\n    expect: {status: 201}";
            assertThatThrownBy(() -> run(yaml, host)).hasMessageContaining("cannot save spend");
        }
    }

    @Test
    void a_reading_waits_for_its_view() throws IOException {
        try (var host = new StubHost(2, 200, "{\"balancePence\":2}")) {
            run(FIRST_STEP.replace("post:", "get:") + "    expect: {balancePence: 2}", host);
            assertThat(host.asked())
                    .filteredOn(line -> line.startsWith("/v1/budgets/b-1/spends"))
                    .hasSize(3);
        }
    }

    @Test
    void a_wrong_figure_is_not_asked_for_again_and_a_command_is_sent_once() throws IOException {
        try (var host = new StubHost(200, "{\"balancePence\":1}")) {
            assertThatThrownBy(() -> run(FIRST_STEP.replace("post:", "get:") + "    expect: {balancePence: 2}", host))
                    .hasMessageContaining("balancePence: expected 2, got 1");
            assertThat(host.asked()).filteredOn(line -> line.startsWith("/v1")).hasSize(1);
        }
        try (var host = new StubHost(1, 201, ANSWER)) {
            assertThatThrownBy(() -> run(FIRST_STEP + "    expect: {status: 201}", host))
                    .hasMessageContaining("status: expected 201, got 503");
            assertThat(host.asked()).filteredOn(line -> line.startsWith("/v1")).hasSize(1);
        }
    }

    @Test
    void each_file_of_a_folder_is_a_test_and_a_broken_one_fails(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), FIRST_STEP + "    expect: {status: 201}");
        Files.writeString(folder.resolve("b.yaml"), "nothing: here");
        Files.writeString(folder.resolve("notes.txt"), "not a scenario");
        try (var host = new StubHost(201, ANSWER)) {
            var tests = ScenarioBook.in(folder, host).toList();
            assertThat(tests).extracting(test -> test.getDisplayName()).containsExactly("a.yaml", "b.yaml");
            assertThatCode(() -> tests.getFirst().getExecutable().execute()).doesNotThrowAnyException();
            assertThatThrownBy(() -> tests.getLast().getExecutable().execute())
                    .isInstanceOf(ScenarioFault.class)
                    .hasMessageContaining("b.yaml");
        }
    }

    @Test
    void a_folder_without_scenarios_is_a_fault(@TempDir Path folder) throws IOException {
        try (var host = new StubHost(201, ANSWER)) {
            assertThatThrownBy(() -> ScenarioBook.in(folder, host)).isInstanceOf(ScenarioFault.class);
        }
    }
}
