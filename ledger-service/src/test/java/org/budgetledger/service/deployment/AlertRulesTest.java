package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alert rules, as Prometheus's own tool takes and tests them. */
class AlertRulesTest {
    private static final Path PROMETHEUS = Checkout.DOCKER.resolve("prometheus");
    private static final List<String> TESTS = List.of("rules_test.yaml", "rules_over_days_test.yaml");
    private static final Tool PROMTOOL = new Tool("promtool");

    @Test
    void prometheus_takes_its_configuration_and_raises_each_alert_when_it_should() throws Exception {
        assumeTrue(
                PROMTOOL.isHere(),
                "there is no promtool, which comes with Prometheus: the alert rules were not tested");
        PROMTOOL.run("check", "config", PROMETHEUS.resolve("prometheus.yml").toString());
        for (var tests : TESTS) {
            assertThat(PROMTOOL.run("test", "rules", PROMETHEUS.resolve(tests).toString()))
                    .contains("SUCCESS");
        }
    }

    @Test
    void every_alert_is_tested_and_says_how_grave_it_is_what_is_wrong_and_what_to_do() throws IOException {
        var tested = new StringBuilder();
        for (var tests : TESTS) {
            tested.append(Files.readString(PROMETHEUS.resolve(tests)));
        }
        var groups = Checkout.document(PROMETHEUS.resolve("rules.yaml")).required("groups");
        assertThat(Checkout.each(groups).flatMap(group -> Checkout.each(group.required("rules"))))
                .hasSizeGreaterThan(15)
                .allSatisfy(rule -> {
                    var name = rule.required("alert").textValue();
                    assertThat(tested.toString()).as("tests of %s", name).containsPattern("\\b" + name + "\\b");
                    assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "notice");
                    assertThat(rule.at("/annotations/summary").asText())
                            .as(name)
                            .isNotBlank();
                    assertThat(rule.at("/annotations/action").asText()).as(name).isNotBlank();
                });
    }
}
