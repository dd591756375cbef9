package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Hands controllers their commands: role first, then shape, so that nobody learns a shape they may not send. */
public final class CommandArguments implements HandlerMethodArgumentResolver {
    private final Clock clock;

    public CommandArguments(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Requested.class;
    }

    @Override
    public Requested<?> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var type = commandType(parameter);
        var caller = Callers.of(request);
        var path = path(request);
        requireSender(caller, type, path);
        var key = Headers.idempotencyKey(request);
        Correlation.about(key);
        var body = Bodies.read(request);
        if (body.length > 0) {
            Headers.requireJson(request);
        }
        var today = CivilDates.of(clock.instant());
        return CommandBinding.bind(type, caller, key, Versions.ifMatch(request), path, StrictJson.object(body), today);
    }

    /** Lets through who may send such a command to what the path names. */
    static void requireSender(Caller caller, Class<? extends LedgerCommand> type, Map<String, String> path) {
        if (!Permissions.maySend(caller.actor().role(), type)) {
            throw new RefusedException(Refusal.roleNotAllowed(caller.actor().role(), "send " + type.getSimpleName()));
        }
        var budget = path.get("budgetId");
        if (budget != null && BudgetCommand.class.isAssignableFrom(type) && !caller.concerns(budgetId(budget))) {
            throw new RefusedException(Refusal.budgetNotFound(budgetId(budget)));
        }
    }

    private static BudgetId budgetId(String text) {
        try {
            return BudgetId.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "budgetId", "budgetId: " + e.getMessage() + ".");
        }
    }

    /** The command that a controller's parameter is to hold. */
    static Class<? extends LedgerCommand> commandType(MethodParameter parameter) {
        return ResolvableType.forMethodParameter(parameter)
                .getGeneric(0)
                .resolve(LedgerCommand.class)
                .asSubclass(LedgerCommand.class);
    }

    private static Map<String, String> path(HttpServletRequest request) {
        var path = new LinkedHashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> path.put(name.toString(), value.toString()));
        }
        return path;
    }
}
