package org.budgetledger.projections.spending;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.Role;
import org.budgetledger.api.budget.review.OpenQuery;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.jspecify.annotations.Nullable;

/**
 * R30: a care manager does not see what was bought unless it is being asked about.
 *
 * @param everything whether the viewer sees all descriptions
 * @param queried the spends that are being asked about
 */
public record Discretion(boolean everything, Set<EntryId> queried) {
    public Discretion {
        queried = Set.copyOf(queried);
    }

    public static Discretion towards(Role viewer, List<SpendingEvent> events) {
        return new Discretion(
                viewer != Role.CARE_MANAGER,
                Queries.openOn(CivilDates.LATEST, events).stream()
                        .map(OpenQuery::spendId)
                        .collect(Collectors.toSet()));
    }

    public boolean shows(@Nullable EntryId spendId) {
        return everything || (spendId != null && queried.contains(spendId));
    }

    /** The event as the viewer may read it. */
    public LedgerEvent of(LedgerEvent event) {
        return switch (event) {
            case SpendRecorded e
            when !shows(e.spendId()) ->
                new SpendRecorded(
                        e.spendId(),
                        e.deployment(),
                        e.stream(),
                        e.amount(),
                        e.evidence(),
                        e.effectiveOn(),
                        e.serviceFrom(),
                        e.serviceTo(),
                        e.authorisationId(),
                        e.outcomeId(),
                        e.category(),
                        null,
                        e.approvers(),
                        e.purchase(),
                        e.illegal(),
                        e.flags());
            case PoolSpendRecorded e
            when !shows(e.spendId()) ->
                new PoolSpendRecorded(
                        e.spendId(),
                        e.amount(),
                        e.shares(),
                        e.evidence(),
                        e.authorisationId(),
                        null,
                        e.flags(),
                        e.effectiveOn());
            default -> event;
        };
    }
}
