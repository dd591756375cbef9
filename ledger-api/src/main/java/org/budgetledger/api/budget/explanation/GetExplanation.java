package org.budgetledger.api.budget.explanation;

import java.time.LocalDate;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Role;
import org.budgetledger.api.policy.SurplusWeeks;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Paging;
import org.budgetledger.api.reading.StreamQuery;
import org.jspecify.annotations.Nullable;

/**
 * What makes up a figure of one budget.
 *
 * @param deployment only what is in this deployment; none for all of them
 * @param fundingStream only what is on this stream; none for all of them
 * @param viewer a care manager does not see what was bought unless it is being asked about (R30)
 * @param weeks the weeks of surplus that each policy leaves: the read side has no policy of its own
 */
public record GetExplanation(
        AuthorityId authority,
        BudgetId budgetId,
        Figure figure,
        @Nullable DeploymentId deployment,
        @Nullable FundingStream fundingStream,
        Role viewer,
        SurplusWeeks weeks,
        Paging paging,
        Moment moment,
        LocalDate today,
        long minVersion)
        implements StreamQuery<ExplanationView> {
    @Override
    public UUID stream() {
        return budgetId.value();
    }

    @Override
    public Class<ExplanationView> answers() {
        return ExplanationView.class;
    }
}
