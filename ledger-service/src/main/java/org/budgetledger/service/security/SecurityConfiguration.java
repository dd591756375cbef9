package org.budgetledger.service.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Every request to the ledger carries a bearer token; health and figures for the operator, and the documentation, do not. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
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

    @Bean
    SecurityFilterChain security(HttpSecurity http, ProblemEntryPoint unauthenticated) throws Exception {
        return http.csrf(csrf -> csrf.disable()) // bearer tokens, no cookies: there is no session to ride on
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/swagger-ui/**",
                                "/swagger-ui.html",
                                "/local/tokens",
                                "/",
                                "/error")
                        .permitAll()
                        .requestMatchers("/v1/operations/**")
                        .hasAuthority("SCOPE_ledger.operate")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(unauthenticated))
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(unauthenticated))
                .build();
    }
}
