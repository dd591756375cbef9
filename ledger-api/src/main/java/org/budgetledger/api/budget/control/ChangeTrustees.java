package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Fact;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/** Records that trustees joined or left. Refused {@code NOT_A_TRUST} or {@code UNKNOWN_TRUSTEE} where that is so. */
public record ChangeTrustees(
        CommandId commandId,
        BudgetId budgetId,
        @Nullable DeploymentId deployment,
        @Nullable List<PersonRef> joined,
        @Nullable List<PersonRef> left,
        @DefaultsToToday LocalDate effectiveOn)
        implements ControlCommand, Fact {
    public ChangeTrustees {
        joined = joined == null ? List.of() : List.copyOf(joined);
        left = left == null ? List.of() : List.copyOf(left);
        var both = new ArrayList<>(joined);
        both.addAll(left);
        if (both.isEmpty()
                || both.size() > TrustTerms.MAX_TRUSTEES
                || Set.copyOf(both).size() != both.size()) {
            throw new IllegalArgumentException(
                    "joined and left must name 1 to " + TrustTerms.MAX_TRUSTEES + " trustees, each once");
        }
    }
}
