package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Documents the problems that each operation may answer with (RFC 9457). */
final class Refusals implements GlobalOpenApiCustomizer {
    private record Kind(String status, String name, String description, boolean ofCommandsOnly) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("400", "BadInput", "Not of the shape it must have; the field is named.", false),
            new Kind("401", "Unauthenticated", "There is no valid bearer token.", false),
            new Kind("403", "Forbidden", "The role, or the person, may not do this.", false),
            new Kind("404", "NotFound", "There is none, or it is another authority's.", false),
            new Kind("409", "Refused", "Refused by a rule; the code says which.", true),
            new Kind("412", "VersionStale", "There have been changes since the version in If-Match.", true),
            new Kind("413", "BodyTooLarge", "The body is larger than any one command needs.", true),
            new Kind("415", "JsonRequired", "The body is not application/json.", true),
            new Kind("503", "TryAgain", "Busy, or the view is not level yet: send the same again.", false));

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(Refusals::document);
    }

    private static void document(Operation operation) {
        for (var kind : KINDS) {
            if (!kind.ofCommandsOnly() || operation.getRequestBody() != null) {
                operation
                        .getResponses()
                        .addApiResponse(kind.status(), new ApiResponse().$ref("#/components/responses/" + kind.name()));
            }
        }
    }

    /** The problems themselves. */
    static void addShared(Components components) {
        components.addSchemas("Problem", problem());
        for (var kind : KINDS) {
            var response = new ApiResponse()
                    .description(kind.description())
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new JsonSchema().$ref("#/components/schemas/Problem"))));
            if (kind.status().equals("503")) {
                response.addHeaderObject(
                        "Retry-After",
                        new Header().description("After how many seconds.").schema(ValueSchemas.of("integer")));
            }
            components.addResponses(kind.name(), response);
        }
    }

    private static Schema<?> problem() {
        Schema<?> problem = ValueSchemas.of("object")
                .description("Why not: a sentence for people, a code for programs, and the facts behind it under names"
                        + " of their own, such as shortfallPence.")
                .addProperty("title", ValueSchemas.of("string"))
                .addProperty("status", ValueSchemas.of("integer"))
                .addProperty("detail", ValueSchemas.of("string").description("A sentence that a person can act on."))
                .addProperty("instance", ValueSchemas.of("string").format("uri-reference"))
                .addProperty(
                        "code",
                        ValueSchemas.of("string")
                                .description("Stable; never reused for something else.")
                                .example("INSUFFICIENT_FUNDS"))
                .addProperty(
                        "field",
                        ValueSchemas.of("string")
                                .description("What is wrong with the input: a path into the body, a header or a"
                                        + " parameter.")
                                .example("lines[0].amountPence"));
        problem.setRequired(List.of("title", "status", "code"));
        problem.setAdditionalProperties(true);
        return problem;
    }
}
