package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubernetes.client.openapi.JSON;
import java.util.Map;

/**
 * The schemas of the Kubernetes API, as its own Java client carries them: it knows each object's fields and which of them must
 * be there. What it reads too kindly (a number for a text) shows in that it does not write it as it was.
 */
final class KubernetesApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The kinds in use, and the group and version in which the API has them. */
    private static final Map<String, String> VERSIONS = Map.of(
            "ConfigMap", "v1",
            "Service", "v1",
            "ServiceAccount", "v1",
            "Deployment", "apps/v1",
            "NetworkPolicy", "networking.k8s.io/v1",
            "PodDisruptionBudget", "policy/v1");

    private KubernetesApi() {}

    /** Fails unless the API would take the object. */
    static void wouldTake(JsonNode manifest) throws ClassNotFoundException, JsonProcessingException {
        var kind = manifest.required("kind").textValue();
        assertThat(manifest.required("apiVersion").textValue()).as(kind).isEqualTo(VERSIONS.get(kind));
        var model = Class.forName("io.kubernetes.client.openapi.models.V1" + kind);
        Object read = JSON.deserialize(manifest.toString(), model);
        isKept(kind, manifest, MAPPER.readTree(JSON.serialize(read)));
    }

    private static void isKept(String where, JsonNode given, JsonNode kept) {
        if (given.isObject()) {
            given.properties()
                    .forEach(
                            field -> isKept(where + "." + field.getKey(), field.getValue(), kept.path(field.getKey())));
        } else if (given.isArray()) {
            assertThat(kept).as(where).hasSameSizeAs(given);
            for (var i = 0; i < given.size(); i++) {
                isKept(where + "[" + i + "]", given.get(i), kept.get(i));
            }
        } else {
            assertThat(kept).as(where).isEqualTo(given);
        }
    }
}
