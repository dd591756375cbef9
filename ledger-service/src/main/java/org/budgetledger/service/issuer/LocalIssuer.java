package org.budgetledger.service.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Role;
import org.budgetledger.service.web.Bodies;
import org.budgetledger.service.web.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * A token issuer for trying the ledger out on one's own machine: it answers on loopback only, and it is there only where no
 * real issuer is configured. Its key lives as long as the process.
 */
@RestController
@Conditional(NoIssuerConfigured.class)
public class LocalIssuer {
    private static final Duration VALID_FOR = Duration.ofHours(12);
    private final RSAKey key;

    public LocalIssuer(RSAKey localIssuerKey) {
        this.key = localIssuerKey;
    }

    /**
     * Asks for a token.
     *
     * @param authority the council; {@code northmere} when left out
     * @param budgets the budgets that a role bound to budgets counts for
     * @param scope {@code ledger.operate} for an operator of the service
     */
    public record TokenRequest(
            ActorId actor,
            Role role,
            @Nullable AuthorityId authority,
            @Nullable List<BudgetId> budgets,
            @Nullable String scope) {}

    /** A bearer token. */
    public record Token(String token, Instant expiresAt) {}

    @PostMapping("/local/tokens")
    ResponseEntity<Token> issue(HttpServletRequest http) throws IOException, JOSEException, NoResourceFoundException {
        if (!fromHere(http)) {
            throw new NoResourceFoundException(HttpMethod.POST, http.getRequestURI(), http.getRequestURI());
        }
        var request = StrictJson.read(Bodies.read(http), TokenRequest.class);
        var now = Instant.now();
        var expires = now.plus(VALID_FOR);
        var claims = new JWTClaimsSet.Builder()
                .issuer("local")
                .subject(request.actor().value())
                .claim(
                        "authority",
                        request.authority() == null
                                ? "northmere"
                                : request.authority().value())
                .claim("role", request.role().name())
                .claim(
                        "budgets",
                        request.budgets() == null
                                ? List.of()
                                : request.budgets().stream()
                                        .map(BudgetId::toString)
                                        .toList())
                .claim("scope", request.scope() == null ? "" : request.scope())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return ResponseEntity.ok(new Token(jwt.serialize(), expires));
    }

    /** Loopback by its address and by the name it was called, so that no page elsewhere can reach it through a browser. */
    private static boolean fromHere(HttpServletRequest http) throws UnknownHostException {
        var host = http.getServerName();
        return InetAddress.getByName(http.getRemoteAddr()).isLoopbackAddress()
                && http.getHeader("Origin") == null
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }
}
