package org.budgetledger.service.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Every request to the ledger carries a bearer token; health, figures on the operators' port, and the documentation do not. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    private static final String OPERATE = "SCOPE_ledger.operate";

    /** Asked before anything is made, so that a start without an issuer says so whatever else is missing. */
    @Bean
    static BeanFactoryPostProcessor tokensCanBeRead() {
        return beans -> {
            if (beans.getBeanNamesForType(JwtDecoder.class, true, false).length == 0) {
                throw new IllegalStateException(
                        "set spring.security.oauth2.resourceserver.jwt.issuer-uri to the issuer of your tokens: "
                                + "the local issuer is for the default start only");
            }
        };
    }

    /**
     * Figures say how much money an authority's people hold, so they are open where only this machine, or only the operators'
     * own port, answers. Where everybody's port does, they take the operators' scope.
     */
    static boolean figuresAreOpen(Environment settings) {
        var management = settings.getProperty("management.server.port", Integer.class);
        // Port 0 is any that is free, and so never the same one.
        var aPortOfTheirOwn = management != null
                && (management == 0 || !management.equals(settings.getProperty("server.port", Integer.class)));
        return aPortOfTheirOwn || onThisMachineOnly(settings.getProperty("server.address"));
    }

    private static boolean onThisMachineOnly(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Each of some fifteen filters would be timed and traced by itself, which costs more than several of them do. */
    @Bean
    SecurityObservationSettings noFilterByFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemEntryPoint unauthenticated, Environment settings)
            throws Exception {
        AuthorizationManager<RequestAuthorizationContext> figures = figuresAreOpen(settings)
                ? SingleResultAuthorizationManager.permitAll()
                : AuthorityAuthorizationManager.hasAuthority(OPERATE);
        return http.csrf(csrf -> csrf.disable()) // bearer tokens, no cookies: there is no session to ride on
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/livez",
                                "/readyz",
                                "/v3/api-docs/**",
                                "/swagger-ui/**",
                                "/swagger-ui.html",
                                "/local/tokens",
                                "/",
                                "/error")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(figures)
                        .requestMatchers("/actuator/**", "/v1/operations/**")
                        .hasAuthority(OPERATE)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(unauthenticated))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(unauthenticated))
                .build();
    }
}
