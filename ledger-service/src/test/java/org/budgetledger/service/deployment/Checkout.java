package org.budgetledger.service.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files beside the code with which the ledger is run. */
final class Checkout {
    static final Path DOCKER = Path.of("..", "docker");
    static final Path KUBERNETES = Path.of("..", "k8s");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Checkout() {}

    /** The documents of a YAML text, anchors and merged keys resolved. */
    static List<JsonNode> documents(String yaml) {
        var documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    /** The one document of a YAML file. */
    static JsonNode document(Path file) throws IOException {
        var documents = documents(Files.readString(file));
        if (documents.size() != 1) {
            throw new IllegalStateException(file + " has " + documents.size() + " documents");
        }
        return documents.getFirst();
    }

    /** An array's elements, or an object's values; none where there is no such node. */
    static Stream<JsonNode> each(JsonNode node) {
        return node.valueStream();
    }
}
