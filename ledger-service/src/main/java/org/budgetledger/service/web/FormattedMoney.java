package org.budgetledger.service.web;

import java.util.List;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts beside every {@code …Pence} of an answer the same sum as people write it, under the name without the suffix. */
@RestControllerAdvice
public class FormattedMoney implements ResponseBodyAdvice<Object> {
    private static final String SUFFIX = "Pence";
    private final JsonMapper mapper;

    public FormattedMoney(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
        return type.getContainingClass().getPackageName().startsWith("org.budgetledger");
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter type,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || body instanceof CharSequence || body instanceof byte[] || body instanceof Resource) {
            return body;
        }
        var tree = mapper.<JsonNode>valueToTree(body);
        beside(tree);
        return tree;
    }

    private static void beside(JsonNode node) {
        node.forEach(FormattedMoney::beside);
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (name.endsWith(SUFFIX) && value.isIntegralNumber()) {
                    var sum = Money.ofPence(value.longValue());
                    object.put(name.substring(0, name.length() - SUFFIX.length()), sum.formatted());
                }
            }
        }
    }
}
