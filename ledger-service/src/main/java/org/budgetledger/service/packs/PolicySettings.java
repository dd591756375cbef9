package org.budgetledger.service.packs;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which policy packs there are, and which one each authority's budgets start with.
 *
 * @param directory where packs of one's own are, besides those that come with the ledger
 * @param defaultPack the pack of every authority that has none of its own
 * @param authorities the packs of the other authorities, by the authority's id
 */
@ConfigurationProperties(prefix = "ledger.policy", ignoreUnknownFields = false)
public record PolicySettings(
        @Nullable Path directory,
        @DefaultValue("england-care-act-2025") String defaultPack,
        @DefaultValue Map<String, String> authorities) {
    public PolicySettings {
        authorities = Map.copyOf(authorities);
    }
}
