package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses query parameters that an operation does not have: a misspelt one would silently change a figure. */
public final class KnownParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("org.budgetledger")) {
            var known = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(parameter -> parameter.getParameter().getName())
                    .collect(Collectors.toSet());
            for (var name : queryNames(request)) {
                if (!known.contains(name)) {
                    throw new BadInput("UNKNOWN_PARAMETER", name, "There is no query parameter " + name + " here.");
                }
            }
        }
        return true;
    }

    private static Set<String> queryNames(HttpServletRequest request) {
        return request.getQueryString() == null
                ? Set.of()
                : UriComponentsBuilder.newInstance()
                        .query(request.getQueryString())
                        .build()
                        .getQueryParams()
                        .keySet();
    }
}
