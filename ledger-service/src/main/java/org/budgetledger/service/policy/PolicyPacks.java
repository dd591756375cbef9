package org.budgetledger.service.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.policy.PolicyPackId;

/** The policy packs that this ledger knows, and the one that each authority's budgets start with. */
public final class PolicyPacks {
    private final SortedMap<PolicyPackId, Policy> packs;
    private final Policy standard;
    private final Map<AuthorityId, Policy> ofAuthorities;

    private PolicyPacks(
            SortedMap<PolicyPackId, Policy> packs, Policy standard, Map<AuthorityId, Policy> ofAuthorities) {
        this.packs = packs;
        this.standard = standard;
        this.ofAuthorities = ofAuthorities;
    }

    /**
     * The packs, with the choice among them.
     *
     * @param standard the pack of an authority that has none of its own
     * @param ofAuthorities the pack of every other authority
     */
    public static PolicyPacks of(
            Collection<Policy> packs, PolicyPackId standard, Map<AuthorityId, PolicyPackId> ofAuthorities) {
        var byId = new TreeMap<PolicyPackId, Policy>();
        packs.forEach(pack -> byId.put(pack.id(), pack));
        var chosen = new HashMap<AuthorityId, Policy>();
        ofAuthorities.forEach((authority, pack) -> chosen.put(authority, among(byId, pack, "of " + authority)));
        return new PolicyPacks(
                Collections.unmodifiableSortedMap(byId),
                among(byId, standard, "of authorities that have none of their own"),
                Map.copyOf(chosen));
    }

    private static Policy among(SortedMap<PolicyPackId, Policy> packs, PolicyPackId id, String whose) {
        var pack = packs.get(id);
        if (pack == null) {
            throw new IllegalArgumentException(
                    "the policy pack " + whose + " must be one of " + packs.keySet() + ", not " + id);
        }
        return pack;
    }

    /** Every pack, in the order of their ids. */
    public Collection<Policy> all() {
        return packs.values();
    }

    /** The pack of this name. */
    public Optional<Policy> byId(PolicyPackId id) {
        return Optional.ofNullable(packs.get(id));
    }

    /** The pack that an authority's budgets start with when nobody says otherwise. */
    public Policy defaultFor(AuthorityId authority) {
        return ofAuthorities.getOrDefault(authority, standard);
    }

    /** The pack of an authority that has none of its own. */
    public Policy standard() {
        return standard;
    }
}
