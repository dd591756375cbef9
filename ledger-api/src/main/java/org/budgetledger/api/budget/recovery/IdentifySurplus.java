package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minted;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an account holds beyond what it needs (R24): balance − earmarks − known liabilities − the policy's weeks of the
 * gross rate; private money and credits that no one has explained do not count either. Refused {@code NO_SURPLUS}, with how
 * much below the threshold it is, and {@code NOTIONAL_DEPLOYMENT} where no money is held.
 *
 * @param liabilities what is payable and not paid yet; open authorisations count of themselves
 * @param privateMoney how much of the balance is the person's own (R14); when left out, all top-ups that no spend was said to
 *     have used, as far as the balance goes
 */
public record IdentifySurplus(
        CommandId commandId,
        BudgetId budgetId,
        @Minted ItemId surplusId,
        @Nullable DeploymentId deployment,
        FundingStream stream,
        @Nullable List<Liability> liabilities,
        @JsonProperty("privatePence") @Nullable Money privateMoney,
        @DefaultsToToday LocalDate effectiveOn)
        implements RecoveryCommand {
    public IdentifySurplus {
        liabilities = liabilities == null ? null : List.copyOf(liabilities);
        if (privateMoney != null && privateMoney.isNegative()) {
            throw new IllegalArgumentException("privatePence must not be negative");
        }
    }
}
