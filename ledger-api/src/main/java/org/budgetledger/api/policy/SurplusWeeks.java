package org.budgetledger.api.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of the gross rate that an account may keep before it holds a surplus (R24), by the policy a budget is under.
 *
 * @param standard for a budget under its authority's own policy
 */
public record SurplusWeeks(int standard, List<OfPack> packs) {
    /** What one policy leaves. */
    public record OfPack(PolicyPackId pack, int weeks) {}

    public SurplusWeeks {
        packs = List.copyOf(packs);
    }

    /**
     * The weeks that a policy leaves.
     *
     * @param pack none for the authority's own
     */
    public int under(@Nullable PolicyPackId pack) {
        return packs.stream()
                .filter(of -> of.pack().equals(pack))
                .map(OfPack::weeks)
                .findFirst()
                .orElse(standard);
    }
}
