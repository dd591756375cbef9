package org.budgetledger.service.packs;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.policy.PolicyPackId;

/**
 * The policy packs there are.
 *
 * @param defaultPack the one that the caller's authority starts budgets with
 */
public record PolicyPackList(PolicyPackId defaultPack, List<Line> packs) {
    public PolicyPackList {
        packs = List.copyOf(packs);
    }

    /** One of them. */
    public record Line(PolicyPackId id, String title, LocalDate validFrom) {}
}
