package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.budgetledger.api.CommandId;
import org.budgetledger.service.web.BatchReader;

/** What a batch is, and what it is answered with: the bodies and the answers of the operations that it names. */
final class BatchSchemas {
    private BatchSchemas() {}

    static void addShared(Components components) {
        components
                .addSchemas("BatchRequest", request())
                .addSchemas("BatchCommand", command())
                .addSchemas("BatchAnswer", answer())
                .addSchemas("BatchResult", result());
    }

    private static Schema<?> request() {
        return ValueSchemas.of("object")
                .addProperty(
                        "atomic",
                        ValueSchemas.of("boolean")
                                .description("Whether all commands, which must be to one budget, are accepted or none."
                                        + " When left out, each stands alone."))
                .addProperty(
                        "commands",
                        ValueSchemas.of("array")
                                .items(reference("BatchCommand"))
                                .minItems(1)
                                .maxItems(BatchReader.MAX_COMMANDS)
                                .description("Commands to one budget are carried out in this order."))
                .addRequiredItem("commands");
    }

    private static Schema<?> command() {
        return ValueSchemas.of("object")
                .description("A command, with the id that would be its Idempotency-Key if it were sent alone.")
                .addProperty("commandId", ValueSchemas.of(CommandId.class))
                .addProperty(
                        "post",
                        ValueSchemas.of("string")
                                .pattern("^/v1/[A-Za-z0-9/._~-]+$")
                                .description(
                                        "The path that the command would be posted to: any of the operations here that"
                                                + " take an Idempotency-Key and answer 201, but the closing of a period.")
                                .example("/v1/budgets/1c9f5a5e-0c3f-4a53-9b0e-6a0d2f1f9a11/spends"))
                .addProperty(
                        "ifMatch",
                        ValueSchemas.wholeNumber()
                                .minimum(BigDecimal.ZERO)
                                .maximum(new BigDecimal(BatchReader.MAX_VERSION))
                                .description("The stream's version that you decided on."))
                .addProperty("body", ValueSchemas.of("object").description("The body that it would have at that path."))
                .addRequiredItem("commandId")
                .addRequiredItem("post");
    }

    private static Schema<?> answer() {
        return ValueSchemas.of("object")
                .addProperty("accepted", ValueSchemas.wholeNumber())
                .addProperty("refused", ValueSchemas.wholeNumber())
                .addProperty("results", ValueSchemas.of("array").items(reference("BatchResult")))
                .addRequiredItem("accepted")
                .addRequiredItem("refused")
                .addRequiredItem("results");
    }

    private static Schema<?> result() {
        return ValueSchemas.of("object")
                .description("What the command would have been answered with alone: an answer or a problem.")
                .addProperty("commandId", ValueSchemas.of("string").description("Left out where it could not be read."))
                .addProperty("status", ValueSchemas.wholeNumber())
                .addProperty(
                        "answer",
                        new JsonSchema()
                                .anyOf(List.of(
                                        reference("BudgetAnswer"), reference("PoolAnswer"), reference("BooksAnswer"))))
                .addProperty("problem", reference("Problem"))
                .addRequiredItem("status");
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
