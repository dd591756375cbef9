package org.budgetledger.service.budget.due;

import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.service.policy.PolicyPacks;

/** What each policy lets an account keep (R24), for the read side, which has no policy. */
final class WeeksKept {
    private WeeksKept() {}

    static SurplusWeeks of(AuthorityId authority, PolicyPacks packs) {
        return new SurplusWeeks(
                packs.defaultFor(authority).surplusWeeks(),
                packs.all().stream()
                        .map(pack -> new SurplusWeeks.OfPack(pack.id(), pack.surplusWeeks()))
                        .toList());
    }
}
