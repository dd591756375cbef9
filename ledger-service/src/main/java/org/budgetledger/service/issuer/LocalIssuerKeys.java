package org.budgetledger.service.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The key of the local issuer, and the decoder that trusts it. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoIssuerConfigured.class)
public class LocalIssuerKeys {
    @Bean
    RSAKey localIssuerKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("local").generate();
    }

    @Bean
    JwtDecoder jwtDecoder(RSAKey localIssuerKey) throws JOSEException {
        return NimbusJwtDecoder.withPublicKey(localIssuerKey.toRSAPublicKey()).build();
    }
}
