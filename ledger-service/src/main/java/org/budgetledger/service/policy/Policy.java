package org.budgetledger.service.policy;

import java.util.Set;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.budget.control.DegreeOfControl;

/**
 * The rules of an authority that can differ between authorities (domain §9).
 *
 * @param noticeDays days of a withdrawal's notice, the day it is given included
 * @param minimumTrustees how many trustees a user-controlled trust needs
 * @param trusteeDays days to put right a shortage of trustees
 * @param firstReviewMonths months from the first payment to the first review, at most
 * @param laterReviewMonths months from one review to the next, at most
 * @param lateQueryDays days after which a query about a spend counts as late
 * @param meansTested streams that people contribute to; never health (R14)
 * @param topUpProhibited streams that may not be topped up
 * @param directPayments degrees of control that are direct payments, which some purchases are barred to (R10)
 * @param calendar the pay periods
 */
public record Policy(
        int noticeDays,
        int minimumTrustees,
        int trusteeDays,
        int firstReviewMonths,
        int laterReviewMonths,
        int lateQueryDays,
        Set<FundingStream> meansTested,
        Set<FundingStream> topUpProhibited,
        Set<DegreeOfControl> directPayments,
        PayCalendar calendar) {
    /**
     * England, Care Act 2014: the reviews of the Care and Support (Direct Payments) Regulations 2014, reg 7; no charge for
     * NHS care.
     */
    public static final Policy ENGLAND_CARE_ACT = new Policy(
            28,
            3,
            28,
            6,
            12,
            28,
            Set.of(FundingStream.SOCIAL_CARE),
            Set.of(FundingStream.HEALTH),
            Set.of(DegreeOfControl.SELF, DegreeOfControl.REPRESENTATIVE, DegreeOfControl.TRUST),
            PayCalendar.FOUR_WEEKLY_2025);

    public Policy {
        meansTested = Set.copyOf(meansTested);
        topUpProhibited = Set.copyOf(topUpProhibited);
        directPayments = Set.copyOf(directPayments);
        if (meansTested.contains(FundingStream.HEALTH)) {
            throw new IllegalArgumentException("HEALTH must not be means-tested (R14)");
        }
    }
}
