package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the allocation is deployed from a day on: one deployment, or a mixture whose shares always add up to the
 * allocation because each stream is divided by the weights given. A stream that no deployment has a share of stays with the
 * authority. Refused {@code OUT_OF_ORDER} when it starts before deployments that are already set.
 */
public record SetDeployments(
        CommandId commandId,
        BudgetId budgetId,
        List<Deployment> deployments,
        LocalDate effectiveFrom,
        @Nullable FreeText reason)
        implements ControlCommand {
    /** More ways of holding one person's budget than anyone has been seen to use. */
    public static final int MAX_DEPLOYMENTS = 12;

    public SetDeployments {
        deployments = List.copyOf(deployments);
        if (deployments.isEmpty()
                || deployments.size() > MAX_DEPLOYMENTS
                || deployments.stream().map(Deployment::deploymentId).distinct().count() != deployments.size()) {
            throw new IllegalArgumentException(
                    "deployments must be 1 to " + MAX_DEPLOYMENTS + ", each with its own id");
        }
    }
}
