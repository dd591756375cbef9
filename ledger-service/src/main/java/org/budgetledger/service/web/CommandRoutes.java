package org.budgetledger.service.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.budgetledger.api.LedgerCommand;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which command an address takes, as the controllers say it: there is no second table of routes. */
@Component
final class CommandRoutes {
    /** Ids, days and words: nothing in them is ever escaped. */
    private static final Pattern ADDRESS = Pattern.compile("/[A-Za-z0-9/._~-]{1,200}");

    /**
     * An address and the command that it takes.
     *
     * @param path what the address gives of the command
     */
    record Route(Class<? extends LedgerCommand> command, Map<String, String> path) {}

    private record Known(PathPattern pattern, Class<? extends LedgerCommand> command) {}

    /** By how many steps they have, of which a pattern here never has more or fewer than the addresses that fit it. */
    private final Map<Integer, List<Known>> bySteps;

    CommandRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        var all = new ArrayList<Known>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.getParameterType() == Requested.class)
                        .map(CommandArguments::commandType)
                        .forEach(
                                command -> patterns(mapping).forEach(pattern -> all.add(new Known(pattern, command)))));
        bySteps = all.stream()
                .collect(Collectors.groupingBy(known -> steps(known.pattern().getPatternString())));
    }

    private static List<PathPattern> patterns(RequestMappingInfo mapping) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns == null || !mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                ? List.of()
                : List.copyOf(patterns.getPatterns());
    }

    private static int steps(String path) {
        return (int) path.chars().filter(character -> character == '/').count();
    }

    /** Whether a text is of the shape that addresses of commands have. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The command that is posted to an address; none where none is. */
    Optional<Route> find(String address) {
        if (!isAddress(address)) {
            return Optional.empty();
        }
        var path = PathContainer.parsePath(address);
        for (var known : bySteps.getOrDefault(steps(address), List.of())) {
            var match = known.pattern().matchAndExtract(path);
            if (match != null) {
                return Optional.of(new Route(known.command(), match.getUriVariables()));
            }
        }
        return Optional.empty();
    }
}
