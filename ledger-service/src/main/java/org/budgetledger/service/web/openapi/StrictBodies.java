package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says of every object in a request body what is so: unknown fields are refused. */
final class StrictBodies implements GlobalOpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI document) {
        var seen = new HashSet<String>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(content -> close(content.getSchema(), document, seen));
    }

    private static void close(@Nullable Schema<?> schema, OpenAPI document, Set<String> seen) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(SCHEMAS.length());
            if (seen.add(name)) {
                close(document.getComponents().getSchemas().get(name), document, seen);
            }
            return;
        }
        close(schema.getItems(), document, seen);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(either -> close(either, document, seen));
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            schema.getProperties().values().forEach(property -> close(property, document, seen));
        }
    }
}
