package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.api.budget.explanation.Figure;
import org.budgetledger.api.reading.Paging;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.util.StringUtils;

/**
 * Names reading operations after their paths, so that a name neither depends on the order of controllers nor occurs twice:
 * {@code GET /v1/budgets/{budgetId}/balance} is {@code getBudgetBalance}. Commands give their operations their own names.
 */
final class OperationNames implements GlobalOpenApiCustomizer {
    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (item.getGet() != null) {
                item.getGet().setOperationId("get" + inWords(path));
                parameters(item.getGet());
                if (path.endsWith("/entitlement")) {
                    days(item.getGet());
                }
            }
        });
    }

    private static String inWords(String path) {
        var steps = List.of(path.replaceFirst("^/v\\d+/", "").split("/"));
        return steps.stream()
                .filter(step -> !step.startsWith("{"))
                .map(step -> {
                    var next = steps.indexOf(step) + 1;
                    var ofOne = next < steps.size() && steps.get(next).startsWith("{");
                    return ofOne && step.endsWith("s") ? step.substring(0, step.length() - 1) : step;
                })
                .flatMap(step -> Arrays.stream(step.split("[-.]")))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }

    private static void parameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case "limit" -> {
                    parameter.setDescription("How many lines; 50 when left out.");
                    parameter.getSchema().minimum(BigDecimal.ONE).maximum(new BigDecimal(Paging.MAX_LINES));
                }
                case "cursor" -> parameter.setDescription("Where the page before ended: its next.");
                case "effectiveOn" -> {
                    parameter.setSchema(ValueSchemas.of(LocalDate.class));
                    parameter.setDescription(
                            "The day that is asked about: what is dated later does not count. When left"
                                    + " out, the day of knownAt, or else everything that is recorded.");
                }
                case "knownAt" ->
                    parameter.setDescription(
                            "When it was known: what was recorded later does not count. An instant such"
                                    + " as 2025-04-16T09:30:00Z, or a date for the end of that day in London; not in the future."
                                    + " When left out, now.");
                case "from" -> {
                    parameter.setSchema(ValueSchemas.of(LocalDate.class));
                    parameter.setDescription("The first day; what came before is the opening balance.");
                }
                case "to" -> {
                    parameter.setSchema(ValueSchemas.of(LocalDate.class));
                    parameter.setDescription("The last day, not after effectiveOn where both are given.");
                }
                case "figure" -> {
                    var schema = new JsonSchema();
                    schema.addType("string");
                    Arrays.stream(Figure.values()).map(Figure::path).forEach(schema::addEnumItemObject);
                    parameter.setSchema(schema);
                }
                case "deployment" -> parameter.setDescription("Only what is in this deployment; all when left out.");
                case "stream" -> parameter.setDescription("Only what is on this funding stream; all when left out.");
                case "minWeeks" ->
                    parameter.setDescription(
                            "Only accounts that hold more than so many weeks of their rate; the policy's when left out.");
                default -> {}
            }
        }
    }

    /** A calendar has no opening balance: its days are those of whole pay periods. */
    private static void days(Operation operation) {
        for (var parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case "from" ->
                    parameter.setDescription(
                            "A day of the first pay period; one of that of the day asked about when left out.");
                case "to" -> parameter.setDescription("A day of the last pay period; at most five years after from.");
                default -> {}
            }
        }
    }
}
