package org.budgetledger.service.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.policy.Basis;
import org.budgetledger.api.policy.PolicyPackId;

/**
 * One policy pack: the rules that can differ between authorities and schemes (domain §9), and the clauses that decisions
 * cite (R29). The components have the names that they have in the pack's file and over HTTP.
 *
 * @param validFrom the first day on which a budget may be under it
 * @param noticeDays days of a withdrawal's notice, the day it is given included
 * @param minimumTrustees how many trustees a user-controlled trust needs
 * @param trusteeDays days to put right a shortage of trustees
 * @param firstReviewMonths months from the first payment to the first review, at most
 * @param laterReviewMonths months from one review to the next, at most
 * @param lateQueryDays days after which a query about a spend counts as late
 * @param surplusWeeks how many weeks of the gross rate are kept before money counts as surplus (R24)
 * @param surplusSplit whose a surplus is
 * @param recoveryNoticeDays days of a recovery's notice, the day it is given included (R23)
 * @param writeOffLimit the largest debt that may be written off here
 * @param payableOnDayOfDeath whether the day of death is still an entitled day
 * @param matchingWindowDays how many days a statement's line may be away from the entry that it matches, either way
 * @param retentionYears for how long a closed budget's personal data are kept
 * @param meansTested streams that people contribute to; never health (R14)
 * @param topUpProhibited streams that may not be topped up
 * @param directPayments degrees of control that are direct payments, which some purchases are barred to (R10)
 * @param barredPurchases what may not be bought from a direct payment (R10)
 * @param payCycle the pay periods that a budget starts with
 * @param workingDays the days that payments can be made on
 * @param options the options that the law of the scheme puts to the person; none where it does not number them
 * @param clauses what decisions rest on
 */
public record Policy(
        PolicyPackId id,
        String title,
        LocalDate validFrom,
        int noticeDays,
        int minimumTrustees,
        int trusteeDays,
        int firstReviewMonths,
        int laterReviewMonths,
        int lateQueryDays,
        int surplusWeeks,
        SurplusSplit surplusSplit,
        int recoveryNoticeDays,
        @JsonProperty("writeOffLimitPence") Amount writeOffLimit,
        boolean payableOnDayOfDeath,
        int matchingWindowDays,
        int retentionYears,
        Set<FundingStream> meansTested,
        Set<FundingStream> topUpProhibited,
        Set<DegreeOfControl> directPayments,
        Set<Purchase> barredPurchases,
        PayCycle payCycle,
        WorkingDays workingDays,
        List<SupportOption> options,
        List<Clause> clauses) {
    public Policy {
        meansTested = inOrder(meansTested);
        topUpProhibited = inOrder(topUpProhibited);
        directPayments = inOrder(directPayments);
        barredPurchases = inOrder(barredPurchases);
        options = List.copyOf(options);
        clauses = List.copyOf(clauses);
        if (meansTested.contains(FundingStream.HEALTH)) {
            throw new IllegalArgumentException("HEALTH must not be means-tested (R14)");
        }
    }

    /** The pay periods that a budget starts with. */
    public PayCalendar calendar() {
        return PayCalendar.of(payCycle);
    }

    /** What a decision on a command of this type rests on. */
    public Basis basisOf(LedgerCommand command) {
        return new Basis(
                id, clausesFor(command.getClass()).stream().map(Clause::id).toList());
    }

    /** The clauses that a command of this type rests on. */
    public List<Clause> clausesFor(Class<? extends LedgerCommand> command) {
        return clauses.stream()
                .filter(clause -> clause.governs().contains(command.getSimpleName()))
                .toList();
    }

    /** A copy that is written in the same order every time. */
    static <E extends Comparable<? super E>> Set<E> inOrder(Collection<E> some) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(some));
    }
}
