package org.budgetledger.service.web;

import jakarta.servlet.http.HttpServletRequest;
import org.budgetledger.service.security.Caller;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Finds who sent a request. */
final class Callers {
    private Callers() {}

    static Caller of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            try {
                return Caller.of(token.getToken());
            } catch (IllegalArgumentException e) {
                throw new BadInput(
                        "INVALID_TOKEN", "Authorization", "The token is not usable: " + e.getMessage() + ".");
            }
        }
        throw new BadInput("INVALID_TOKEN", "Authorization", "A bearer token is needed.");
    }
}
