package org.budgetledger.service.budget.due;

import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.service.policy.PolicyPacks;
import org.springframework.stereotype.Component;

/** What each policy lets an account keep (R24), for the read side, which has no policy. */
@Component
public class WeeksKept {
    private final PolicyPacks packs;

    public WeeksKept(PolicyPacks packs) {
        this.packs = packs;
    }

    SurplusWeeks of(AuthorityId authority) {
        return new SurplusWeeks(
                packs.defaultFor(authority).surplusWeeks(),
                packs.all().stream()
                        .map(pack -> new SurplusWeeks.OfPack(pack.id(), pack.surplusWeeks()))
                        .toList());
    }
}
