package org.budgetledger.service.packs;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.policy.PolicyPackId;
import org.budgetledger.service.policy.PolicyPacks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the policy packs at the start; with a wrong one there is none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
public class PolicyConfiguration {
    @Bean
    PolicyPacks policyPacks(PolicySettings settings) {
        var packs = new ArrayList<>(PublishedPacks.list());
        if (settings.directory() != null) {
            packs.addAll(PackDirectory.read(settings.directory()));
        }
        return PolicyPacks.of(
                packs,
                new PolicyPackId(settings.defaultPack()),
                settings.authorities().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                chosen -> new AuthorityId(chosen.getKey()),
                                (Map.Entry<String, String> chosen) -> new PolicyPackId(chosen.getValue()))));
    }
}
