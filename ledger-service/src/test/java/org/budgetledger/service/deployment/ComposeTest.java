package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.deployment.Checkout.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files, alone and as they are laid over each other: what they name is there, and nothing is let in or told. */
class ComposeTest {
    private static final String DEFAULT = "compose.yaml";
    private static final String POSTGRESQL = "compose.postgresql.yaml";
    private static final String AXON_SERVER = "compose.axonserver.yaml";
    private static final String OBSERVABILITY = "compose.observability.yaml";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)");
    private static final Pattern OFFERED = Pattern.compile("(?m)^#?([A-Z0-9_]+)=");

    @ParameterizedTest
    @ValueSource(strings = {DEFAULT, POSTGRESQL, AXON_SERVER, OBSERVABILITY})
    void what_a_service_is_given_is_in_the_checkout_and_pinned(String file) throws IOException {
        each(compose(file).path("services")).forEach(service -> {
            if (service.has("image")) {
                assertThat(service.path("image").textValue())
                        .matches("[^:]+:[^:]+")
                        .doesNotEndWith(":latest");
            }
            assertThat(each(service.path("volumes")).map(JsonNode::textValue))
                    .filteredOn(volume -> volume.startsWith("."))
                    .allMatch(volume -> Files.exists(Checkout.DOCKER.resolve(volume.split(":", -1)[0])))
                    .allMatch(volume -> volume.endsWith(":ro"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULT, POSTGRESQL, AXON_SERVER, OBSERVABILITY})
    void a_service_gains_no_rights_and_is_published_to_this_machine_alone(String file) throws IOException {
        each(compose(file).path("services")).forEach(service -> {
            assertThat(each(service.path("ports")).map(JsonNode::textValue))
                    .allMatch(port -> port.startsWith("127.0.0.1:"));
            assertThat(service.has("privileged")).isFalse();
            if (service.has("image")) {
                assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
            }
            if (service.path("image").asText().startsWith("individual-budget-ledger")) {
                assertThat(service.path("read_only").booleanValue()).isTrue();
                assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
                assertThat(service.has("mem_limit")).isTrue();
            }
        });
    }

    @Test
    void the_default_asks_for_nothing_and_the_others_for_what_the_example_offers() throws IOException {
        assertThat(Files.readString(Checkout.DOCKER.resolve(DEFAULT))).doesNotContain("${");

        var asked = new HashSet<String>();
        for (var file : List.of(POSTGRESQL, AXON_SERVER, OBSERVABILITY)) {
            VARIABLE.matcher(Files.readString(Checkout.DOCKER.resolve(file)))
                    .results()
                    .forEach(variable -> asked.add(variable.group(1)));
        }
        // Passed on by its name alone.
        asked.add("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI");
        var offered = OFFERED.matcher(Files.readString(Checkout.DOCKER.resolve(".env.example")))
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
        assertThat(asked).isEqualTo(offered);
    }

    @Test
    void no_password_is_written_down_and_the_ledger_is_not_given_the_owners() throws IOException {
        var passwords = new HashMap<String, String>();
        for (var file : List.of(DEFAULT, POSTGRESQL, AXON_SERVER, OBSERVABILITY)) {
            compose(file)
                    .path("services")
                    .properties()
                    .forEach(service -> service.getValue()
                            .path("environment")
                            .properties()
                            .forEach(variable -> {
                                if (variable.getKey().contains("PASSWORD")) {
                                    passwords.put(
                                            service.getKey() + " " + variable.getKey(),
                                            variable.getValue().asText());
                                }
                            }));
        }
        assertThat(passwords.values()).hasSize(6).allMatch(value -> value.matches("\\$\\{[A-Z0-9_]+:\\?.*}"));
        assertThat(passwords.get("ledger SPRING_DATASOURCE_PASSWORD")).startsWith("${LEDGER_APP_PASSWORD:");
        assertThat(passwords.get("migration SPRING_DATASOURCE_PASSWORD")).startsWith("${LEDGER_OWNER_PASSWORD:");
        var ledger = compose(POSTGRESQL).at("/services/ledger");
        assertThat(ledger.toString()).doesNotContain("OWNER").doesNotContain("SUPERUSER");
        assertThat(ledger.at("/environment/SPRING_FLYWAY_ENABLED").textValue()).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEFAULT,
                POSTGRESQL,
                POSTGRESQL + " " + AXON_SERVER,
                POSTGRESQL + " " + OBSERVABILITY,
                POSTGRESQL + " " + AXON_SERVER + " " + OBSERVABILITY
            })
    void files_laid_over_each_other_name_only_what_they_have(String files) throws IOException {
        var have = new HashMap<String, Set<String>>();
        var named = new HashMap<String, Set<String>>();
        for (var file : files.split(" ", -1)) {
            var compose = compose(file);
            for (var part : List.of("services", "networks", "volumes")) {
                compose.path(part)
                        .fieldNames()
                        .forEachRemaining(name -> of(part, have).add(name));
            }
            each(compose.path("services")).forEach(service -> {
                service.path("depends_on")
                        .fieldNames()
                        .forEachRemaining(name -> of("services", named).add(name));
                each(service.path("networks"))
                        .forEach(network -> of("networks", named).add(network.textValue()));
                each(service.path("volumes"))
                        .map(volume -> volume.textValue().split(":", -1)[0])
                        .filter(volume -> !volume.startsWith("."))
                        .forEach(volume -> of("volumes", named).add(volume));
            });
        }
        named.forEach((part, names) -> assertThat(have.get(part)).as(part).containsAll(names));
    }

    @Test
    void the_image_that_is_built_is_the_one_that_is_asked_for() throws IOException {
        var dockerfile = Files.readString(Checkout.DOCKER.resolve("Dockerfile"));
        var stages = Pattern.compile("(?m)^FROM (\\S+)(?: AS (\\S+))?$")
                .matcher(dockerfile)
                .results()
                .toList();
        assertThat(stages.getLast().group(1)).isEqualTo("ledger");
        var desk = compose(DEFAULT).at("/services/ledger/build/target").textValue();
        assertThat(stages.stream().map(stage -> stage.group(2))).contains(desk);
        // Whoever it runs as is a number that is not root's, in every stage that is run.
        assertThat(Pattern.compile("(?m)^USER (\\S+)$")
                        .matcher(dockerfile)
                        .results()
                        .map(user -> user.group(1)))
                .containsExactly("10001:10001", "0:0", "10001:10001");
    }

    private static Set<String> of(String part, Map<String, Set<String>> names) {
        return names.computeIfAbsent(part, _ -> new HashSet<>());
    }

    private static JsonNode compose(String file) throws IOException {
        return Checkout.document(Checkout.DOCKER.resolve(file));
    }
}
