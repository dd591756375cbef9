package org.budgetledger.service.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads many commands from one request, each as strictly as if it had come alone. */
@Component
public final class BatchReader {
    /** How many commands a batch may have. */
    public static final int MAX_COMMANDS = BatchBody.MAX_COMMANDS;

    private static final Set<String> FIELDS = Set.of("commandId", "post", "ifMatch", "body");

    /** As many digits as a version in If-Match may have. */
    public static final long MAX_VERSION = 999_999_999_999_999_999L;

    private final CommandRoutes routes;
    private final Clock clock;

    BatchReader(CommandRoutes routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * The commands of a batch.
     *
     * @param atomic whether all of it happens or nothing does
     */
    public record Batch(boolean atomic, List<Batched> commands) {}

    /** The commands in a request, in their order; refused as a whole where it cannot be read. */
    public Batch read(Caller caller, HttpServletRequest request) throws IOException {
        if (!Permissions.maySendAny(caller.actor().role())) {
            throw new RefusedException(Refusal.roleNotAllowed(caller.actor().role(), "send commands"));
        }
        if (Headers.single(request, "If-Match") != null) {
            throw new BadInput("INVALID_FIELD", "If-Match", "Each command of a batch has an ifMatch of its own.");
        }
        var bytes = Bodies.read(request, BatchBody.MAX_BYTES);
        Headers.requireJson(request);
        var body = BatchBody.read(bytes);
        var today = CivilDates.of(clock.instant());
        return new Batch(
                body.atomic(),
                body.commands().parallelStream()
                        .map(element -> command(caller, element, today))
                        .toList());
    }

    private Batched command(Caller caller, BatchBody.Element element, LocalDate today) {
        return switch (element) {
            case BatchBody.Element.Sound(var object) -> command(caller, object, today);
            case BatchBody.Element.Unsound(var why) -> new Batched.Unsound(null, null, why);
        };
    }

    private Batched command(Caller caller, ObjectNode object, LocalDate today) {
        try {
            return requested(caller, object, today);
        } catch (BadInput | CommandExecutionException e) {
            return new Batched.Unsound(commandId(object), address(object), e);
        }
    }

    private static @Nullable String commandId(ObjectNode object) {
        var text = object.path("commandId").asText();
        return CommandId.SHAPE.matcher(text).matches() ? text : null;
    }

    private static @Nullable String address(ObjectNode object) {
        var text = object.path("post").asText();
        return CommandRoutes.isAddress(text) ? text : null;
    }

    /** In the order in which a command that comes alone is looked at. */
    private Batched requested(Caller caller, ObjectNode object, LocalDate today) {
        var post = text(object, "post");
        var route = routes.find(post)
                .orElseThrow(() -> new BadInput("NOT_FOUND", "post", "There is no command at this address."));
        CommandArguments.requireSender(caller, route.command(), route.path());
        requireOfOneStep(route.command());
        object.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new BadInput("UNKNOWN_FIELD", name, "There is no field " + name + " here.");
            }
        });
        var id = text(object, "commandId");
        var requested = CommandBinding.bind(
                route.command(), caller, commandId(id), version(object), route.path(), body(object), today);
        return new Batched.Sound(id, post, requested);
    }

    /** Before a period is closed its figures are drawn up, which takes its time and is asked for again and again. */
    private static void requireOfOneStep(Class<? extends LedgerCommand> command) {
        if (command == ClosePeriod.class) {
            throw new BadInput("NOT_IN_A_BATCH", "post", "The closing of a period is asked for by itself.");
        }
    }

    private static String text(ObjectNode object, String name) {
        var value = object.get(name);
        if (value == null) {
            throw new BadInput("MISSING_FIELD", name, "The field " + name + " is missing.");
        }
        if (!value.isTextual()) {
            throw new BadInput("INVALID_FIELD", name, name + ": must be text.");
        }
        return value.textValue();
    }

    private static CommandId commandId(String text) {
        try {
            return new CommandId(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "commandId", "commandId: " + e.getMessage() + ".");
        }
    }

    private static @Nullable Long version(ObjectNode object) {
        var value = object.get("ifMatch");
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > MAX_VERSION) {
            throw new BadInput("INVALID_FIELD", "ifMatch", "ifMatch: must be a version such as 7.");
        }
        return value.longValue();
    }

    private static ObjectNode body(ObjectNode object) {
        JsonNode body = object.get("body");
        if (body == null) {
            return object.objectNode();
        }
        if (body instanceof ObjectNode fields) {
            return fields;
        }
        throw new BadInput("MALFORMED_JSON", "body", "The body must be a JSON object.");
    }
}
