package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.Set;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.control.DegreeOfControl;

/** The default parameters of an authority's policy as the domain states them (§4, §9, R10, R14). */
final class ModelRules {
    static final int NOTICE_DAYS = 28;
    static final int MINIMUM_TRUSTEES = 3;
    static final int TRUSTEE_DAYS = 28;
    static final int MONTHS_BETWEEN_REVIEWS = 12;
    static final int LATE_QUERY_DAYS = 28;
    static final Set<FundingStream> MEANS_TESTED = Set.of(FundingStream.SOCIAL_CARE);
    static final Set<FundingStream> NO_TOP_UP = Set.of(FundingStream.HEALTH);
    static final Set<DegreeOfControl> DIRECT_PAYMENTS =
            Set.of(DegreeOfControl.SELF, DegreeOfControl.REPRESENTATIVE, DegreeOfControl.TRUST);
    static final LocalDate A_PERIOD_STARTS = LocalDate.of(2025, 4, 7);
    static final int PERIOD_DAYS = 28;

    private ModelRules() {}
}
