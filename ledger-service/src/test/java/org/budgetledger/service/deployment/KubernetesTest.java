package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.budgetledger.service.deployment.Checkout.each;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cluster is given: each overlay as it renders, held to the API's schemas and to what is said of it. */
class KubernetesTest {
    private static final Path OVERLAYS = Checkout.KUBERNETES.resolve("overlays");
    private static final Path RENDERED = Checkout.KUBERNETES.resolve("rendered");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|TOKEN|SECRET|USERNAME|CREDENTIAL|PRIVATE");
    private static final Pattern SERVER_PORT = Pattern.compile(":(\\d+)");

    static Stream<String> overlays() throws IOException {
        try (var folders = Files.list(OVERLAYS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void what_is_committed_is_what_the_overlay_renders(String overlay) throws Exception {
        var kubectl = new Tool("kubectl");
        // The kubectl of Debian 12 has a Kustomize that does not know all of what is used here.
        assumeTrue(
                kubectl.isHere() && kubectl.run("version", "--client").contains("Kustomize Version: v5"),
                "there is no kubectl with Kustomize 5: what is committed is checked, not that the overlays render it");
        var rendered = kubectl.run("kustomize", OVERLAYS.resolve(overlay).toString());
        if (Boolean.getBoolean("k8s.write")) {
            Files.createDirectories(RENDERED);
            Files.writeString(RENDERED.resolve(overlay + ".yaml"), rendered);
        }
        assertThat(manifests(overlay))
                .as("the manifests have changed: if they should, renew what is rendered with"
                        + " mvn -pl ledger-service -am test -Dtest=KubernetesTest -Dk8s.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false, and commit it")
                .isEqualTo(Checkout.documents(rendered));
    }

    @Test
    void every_overlay_is_rendered_and_nothing_else() throws IOException {
        try (var files = Files.list(RENDERED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            overlays().map(overlay -> overlay + ".yaml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void the_api_would_take_every_object(String overlay) throws Exception {
        var manifests = manifests(overlay);
        assertThat(manifests).hasSize(6);
        for (var manifest : manifests) {
            KubernetesApi.wouldTake(manifest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "readOnlyRootFilesystem: true, readOnlyRootFileSystem: true, field `readOnlyRootFileSystem`",
        "value: \"false\", value: false, 'containers[0].env[0].value'",
        "replicas: 1, replicas: \"1\", Deployment.spec.replicas",
        "name: migrate, workingDir: /tmp, required field `name`",
        "apiVersion: apps/v1, apiVersion: extensions/v1beta1, Deployment"
    })
    void the_api_would_not_take_an_object_with_a_mistake(String right, String wrong, String says) throws IOException {
        var yaml = Files.readString(RENDERED.resolve("small.yaml"));
        assertThat(yaml).contains(right);
        var deployment = only("Deployment", Checkout.documents(yaml.replace(right, wrong)));
        assertThatThrownBy(() -> KubernetesApi.wouldTake(deployment)).hasStackTraceContaining(says);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void pods_are_not_root_and_write_to_their_temporary_folder_alone(String overlay) throws IOException {
        var pod = pod(overlay);
        assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").intValue()).isGreaterThan(999);
        assertThat(pod.at("/securityContext/seccompProfile/type").textValue()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").booleanValue()).isFalse();
        assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                .isFalse();
        assertThat(each(pod.path("volumes"))).allMatch(volume -> volume.has("emptyDir"));
        assertThat(containers(pod)).hasSize(2).allSatisfy(container -> {
            var security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").booleanValue()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").booleanValue()).isFalse();
            assertThat(security.path("privileged").booleanValue()).isFalse();
            assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(security.at("/capabilities").has("add")).isFalse();
            assertThat(each(container.path("volumeMounts"))
                            .map(mount -> mount.path("mountPath").textValue()))
                    .containsExactly("/tmp");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void memory_is_given_whole_and_every_container_says_what_it_needs(String overlay) throws IOException {
        assertThat(containers(pod(overlay))).allSatisfy(container -> {
            var resources = container.path("resources");
            assertThat(resources.path("requests").has("cpu")).isTrue();
            assertThat(resources.at("/requests/memory").textValue())
                    .isNotBlank()
                    .isEqualTo(resources.at("/limits/memory").textValue());
            assertThat(resources.path("limits").has("ephemeral-storage")).isTrue();
            assertThat(container.path("image").textValue()).matches(".+:[^:]+").doesNotEndWith(":latest");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_pod_is_asked_how_it_is_and_has_time_to_finish(String overlay) throws IOException {
        var pod = pod(overlay);
        var ledger = ledger(pod);
        assertThat(asked(ledger, "startupProbe")).isEqualTo("http /livez");
        assertThat(asked(ledger, "livenessProbe")).isEqualTo("management /actuator/health/liveness");
        assertThat(asked(ledger, "readinessProbe")).isEqualTo("http /readyz");
        var pause = ledger.at("/lifecycle/preStop/sleep/seconds").intValue();
        var finishing = only("ConfigMap", manifests(overlay))
                .at("/data/SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE")
                .textValue();
        assertThat(pod.path("terminationGracePeriodSeconds").intValue())
                .isGreaterThan(pause + Integer.parseInt(finishing.replace("s", "")));
    }

    private static String asked(JsonNode container, String probe) {
        var asking = container.path(probe).path("httpGet");
        return asking.path("port").textValue() + " " + asking.path("path").textValue();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void secrets_are_named_and_not_told_and_the_owners_are_for_migrations_alone(String overlay) throws IOException {
        var manifests = manifests(overlay);
        assertThat(manifests)
                .noneMatch(manifest -> manifest.path("kind").textValue().equals("Secret"));
        assertThat(only("ConfigMap", manifests).path("data").propertyStream())
                .noneMatch(setting -> SECRET.matcher(setting.getKey()).find());
        var pod = pod(overlay);
        assertThat(containers(pod).flatMap(container -> each(container.path("env"))))
                .filteredOn(variable ->
                        SECRET.matcher(variable.path("name").textValue()).find())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(
                        variable -> variable.at("/valueFrom/secretKeyRef/name").isTextual());

        assertThat(ledger(pod).toString()).contains("\"ledger-database\"").doesNotContain("ledger-database-owner");
        var migration = pod.path("initContainers").path(0);
        assertThat(migration.path("args").toString()).isEqualTo("[\"migrate\"]");
        assertThat(migration.toString()).contains("\"ledger-database-owner\"");
        assertThat(migration.path("image")).isEqualTo(ledger(pod).path("image"));
        assertThat(variable(migration, "SPRING_DATASOURCE_URL"))
                .isEqualTo(variable(ledger(pod), "SPRING_DATASOURCE_URL"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void the_network_policy_lets_through_what_is_needed_and_says_so_by_port(String overlay) throws IOException {
        var manifests = manifests(overlay);
        var policy = only("NetworkPolicy", manifests).path("spec");
        assertThat(policy.at("/podSelector/matchLabels")).isEqualTo(labels(manifests));
        assertThat(policy.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(each(ledger(pod(overlay)).path("ports"))
                        .map(port -> port.path("name").textValue()))
                .containsExactly("http", "management");
        assertThat(ports(policy.path("ingress"))).containsExactly("http", "management");
        assertThat(each(policy.path("ingress")))
                .allMatch(rule -> !rule.path("from").isEmpty());

        // Names, the database, the issuer, and what the configuration names beside them.
        var needed = Stream.concat(
                Stream.of("53", "53", "5432", "443"),
                SERVER_PORT
                        .matcher(only("ConfigMap", manifests)
                                .path("data")
                                .path("AXON_AXONSERVER_SERVERS")
                                .asText())
                        .results()
                        .map(match -> match.group(1)));
        assertThat(ports(policy.path("egress"))).containsExactlyInAnyOrderElementsOf(needed.toList());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void callers_come_to_one_port_and_prometheus_to_the_operators(String overlay) throws IOException {
        var manifests = manifests(overlay);
        var service = only("Service", manifests).path("spec");
        assertThat(service.path("selector")).isEqualTo(labels(manifests));
        assertThat(service.at("/ports/0/targetPort").textValue()).isEqualTo("http");
        var template = only("Deployment", manifests).at("/spec/template");
        assertThat(each(ledger(template.path("spec")).path("ports"))
                        .filter(port -> port.path("name").textValue().equals("management"))
                        .map(port -> port.path("containerPort").asText()))
                .containsExactly("8081");
        // By that name Prometheus finds it, under the job's name that the alert rules ask for.
        var job = Checkout.document(Checkout.KUBERNETES.resolve("prometheus-scrape.yaml"))
                .at("/scrape_configs/0");
        assertThat(job.path("job_name").textValue()).isEqualTo("ledger");
        assertThat(job.at("/relabel_configs/0/regex").textValue())
                .isEqualTo(labels(manifests).path("app.kubernetes.io/name").textValue() + ";management");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void one_pod_at_a_time_may_be_taken_away_and_where_there_are_several_others_stay(String overlay)
            throws IOException {
        var manifests = manifests(overlay);
        var budget = only("PodDisruptionBudget", manifests).path("spec");
        assertThat(budget.at("/selector/matchLabels")).isEqualTo(labels(manifests));
        assertThat(budget.path("maxUnavailable").intValue()).isEqualTo(1);
        assertThat(budget.has("minAvailable")).isFalse();
        var deployment = only("Deployment", manifests).path("spec");
        assertThat(deployment.path("replicas").intValue()).isEqualTo(overlay.equals("small") ? 1 : 3);
        // A roll-out takes none away before another is ready.
        assertThat(deployment.at("/strategy/rollingUpdate/maxUnavailable").intValue())
                .isZero();
        assertThat(deployment.at("/strategy/rollingUpdate/maxSurge").intValue()).isPositive();
    }

    private static List<JsonNode> manifests(String overlay) throws IOException {
        return Checkout.documents(Files.readString(RENDERED.resolve(overlay + ".yaml")));
    }

    private static JsonNode only(String kind, List<JsonNode> manifests) {
        var found = manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode labels(List<JsonNode> manifests) {
        var labels = only("Deployment", manifests).at("/spec/template/metadata/labels");
        assertThat(labels).isNotEmpty();
        return labels;
    }

    private static JsonNode pod(String overlay) throws IOException {
        return only("Deployment", manifests(overlay)).at("/spec/template/spec");
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(each(pod.path("initContainers")), each(pod.path("containers")));
    }

    private static JsonNode ledger(JsonNode pod) {
        assertThat(pod.path("containers")).hasSize(1);
        return pod.path("containers").path(0);
    }

    private static JsonNode variable(JsonNode container, String name) {
        return each(container.path("env"))
                .filter(variable -> variable.path("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> ports(JsonNode rules) {
        return each(rules)
                .flatMap(rule -> each(rule.path("ports")))
                .map(port -> port.path("port").asText());
    }
}
