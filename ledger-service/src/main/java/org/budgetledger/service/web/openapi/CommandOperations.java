package org.budgetledger.service.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.service.web.Requested;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Documents the operations that take a {@link Requested} command: its headers, its path, its body and its answer. */
final class CommandOperations implements GlobalOperationComponentsCustomizer {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        command(method).ifPresent(command -> document(operation, command, pathVariables(method), components));
        return operation;
    }

    private static Optional<Class<? extends LedgerCommand>> command(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == Requested.class)
                .findFirst()
                .map(CommandOperations::command);
    }

    private static Class<? extends LedgerCommand> command(MethodParameter parameter) {
        return ResolvableType.forMethodParameter(parameter)
                .getGeneric(0)
                .resolve(LedgerCommand.class)
                .asSubclass(LedgerCommand.class);
    }

    private static Set<String> pathVariables(HandlerMethod method) {
        var variables = new LinkedHashSet<String>();
        Stream.of(method.getBeanType(), method.getMethod())
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(mapping -> Arrays.stream(mapping.path()))
                .forEach(path -> VARIABLE.matcher(path).results().forEach(found -> variables.add(found.group(1))));
        return variables;
    }

    private static void document(
            Operation operation, Class<? extends LedgerCommand> command, Set<String> inPath, Components components) {
        var name = command.getSimpleName();
        var body = CommandBodies.of(command, inPath, components);
        components.addSchemas(name, body);
        var parameters = new ArrayList<Parameter>();
        for (var variable : inPath) {
            parameters.add(new Parameter()
                    .in("path")
                    .name(variable)
                    .required(true)
                    .schema(CommandBodies.inPath(command, variable, components)));
        }
        parameters.add(new Parameter().$ref("#/components/parameters/IdempotencyKey"));
        parameters.add(new Parameter().$ref("#/components/parameters/IfMatch"));
        operation
                .operationId(StringUtils.uncapitalize(name))
                .parameters(parameters)
                .requestBody(
                        new RequestBody().required(body.getRequired() != null).content(json(reference(name))))
                .responses(responses(command));
    }

    private static ApiResponses responses(Class<? extends LedgerCommand> command) {
        var responses = new ApiResponses().addApiResponse("201", accepted(answerOf(command)));
        if (command == ClosePeriod.class) {
            responses.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("Its pack is being made. The same again, with the same key, gets the answer"
                                    + " once there is one; the period, at Location, shows how far it is.")
                            .addHeaderObject("Location", new Header().schema(ValueSchemas.of("string"))));
        }
        return responses;
    }

    private static String answerOf(Class<? extends LedgerCommand> command) {
        if (PeriodCommand.class.isAssignableFrom(command)) {
            return "BooksAnswer";
        }
        return PoolCommand.class.isAssignableFrom(command) ? "PoolAnswer" : "BudgetAnswer";
    }

    private static ApiResponse accepted(String answer) {
        return new ApiResponse()
                .description(
                        "Accepted and stored. Sending the same again, with the same key, gets the same answer again.")
                .addHeaderObject(
                        "ETag",
                        new Header()
                                .description("The stream's version, in quotes, for a later If-Match.")
                                .schema(ValueSchemas.of("string")))
                .content(json(reference(answer)));
    }

    /** What every command operation shares. */
    static void addShared(Components components) {
        components
                .addParameters(
                        "IdempotencyKey",
                        new Parameter()
                                .in("header")
                                .name("Idempotency-Key")
                                .required(true)
                                .description("The command's id, chosen by you: the same key with the same body is one"
                                        + " command, however often it is sent. A UUID is a good choice.")
                                .schema(ValueSchemas.of(CommandId.class)))
                .addParameters(
                        "IfMatch",
                        new Parameter()
                                .in("header")
                                .name("If-Match")
                                .description("The stream's version that you decided on, as its ETag, or *; refused with"
                                        + " 412 when there have been changes since.")
                                .schema(ValueSchemas.of("string").pattern("^(?:\\*|\"[0-9]{1,18}\")$")))
                .addSchemas("BudgetAnswer", answer("budgetId"))
                .addSchemas("PoolAnswer", answer("poolId"))
                .addSchemas("BooksAnswer", answer("booksId"));
    }

    private static Schema<?> answer(String streamId) {
        var event = ValueSchemas.of("object")
                .addProperty("version", ValueSchemas.wholeNumber())
                .addProperty("type", ValueSchemas.of("string"))
                .addRequiredItem("version")
                .addRequiredItem("type");
        Schema<?> answer = ValueSchemas.of("object")
                .description("What happened, and everything in the first event of it besides.")
                .addProperty(streamId, ValueSchemas.uuid())
                .addProperty("version", ValueSchemas.wholeNumber().description("The stream's version by now."))
                .addProperty("recordedAt", ValueSchemas.of("string").format("date-time"))
                .addProperty(
                        "type",
                        ValueSchemas.of("string")
                                .description("The first event's type.")
                                .example("SpendRecorded"))
                .addProperty("events", ValueSchemas.of("array").items(event));
        answer.setRequired(List.of(streamId, "version", "recordedAt", "type", "events"));
        answer.setAdditionalProperties(true);
        return answer;
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
