package org.budgetledger.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

/** Somebody else's issuer of tokens, which ledgers know by its public key. */
public final class SomeIssuer {
    /** The setting that names where the public key is. */
    public static final String SETTING = "spring.security.oauth2.resourceserver.jwt.public-key-location";

    private static final Duration LONGEST_RUN = Duration.ofHours(12);

    private final RSAKey key;
    private final Path publicKey;

    /** A new issuer, whose public key is written into a folder. */
    public SomeIssuer(Path folder) throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).generate();
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.toRSAPublicKey().getEncoded());
        publicKey = Files.writeString(
                folder.resolve("issuer.pem"), "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }

    /** What the setting says. */
    public String publicKey() {
        return publicKey.toUri().toString();
    }

    /** A token for someone of the council Northmere. */
    public String token(String role, String actor) throws JOSEException {
        return token(actor, Map.of("authority", "northmere", "role", role));
    }

    /** A token for who operates the service. */
    public String operatorToken(String actor) throws JOSEException {
        return token(actor, Map.of("authority", "northmere", "role", "AUDITOR", "scope", "ledger.operate"));
    }

    /** A token that says whatever is to be said of somebody. */
    public String token(String actor, Map<String, ?> claims) throws JOSEException {
        var builder = new JWTClaimsSet.Builder()
                .subject(actor)
                .expirationTime(Date.from(Instant.now().plus(LONGEST_RUN)));
        claims.forEach(builder::claim);
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), builder.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
