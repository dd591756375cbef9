package org.budgetledger.service.issuer;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where no issuer of tokens is configured and the database is the embedded one: the default start. */
public final class NoIssuerConfigured implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        return !settings.containsProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri")
                && !settings.containsProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
                && !settings.containsProperty("spring.security.oauth2.resourceserver.jwt.public-key-location")
                && !settings.containsProperty("spring.datasource.url");
    }
}
