package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** How the allocation is deployed from a day on. */
public record DeploymentsSet(
        List<Deployment> deployments,
        LocalDate effectiveFrom,
        @Nullable FreeText reason) implements ControlEvent {
    public DeploymentsSet {
        deployments = List.copyOf(deployments);
    }
}
