package org.budgetledger.service.packs;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.policy.PolicyPackId;

/** Pay periods in the order of their days. */
public record PayDayList(PolicyPackId policyPackId, List<Line> periods) {
    public PayDayList {
        periods = List.copyOf(periods);
    }

    /**
     * One pay period.
     *
     * @param period its name
     * @param provisional whether the pay day may still change, because bank holidays so far ahead are not announced yet
     */
    public record Line(
            String period, LocalDate periodFrom, LocalDate periodTo, LocalDate payDay, boolean provisional) {}
}
