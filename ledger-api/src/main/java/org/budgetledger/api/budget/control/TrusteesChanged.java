package org.budgetledger.api.budget.control;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * The trustees from a day on. A trust below its minimum has until the end of {@code putRightBy}; payments go on (R17).
 *
 * @param putRightBy the last day to put right a shortage; none when there are enough
 */
public record TrusteesChanged(
        DeploymentId deployment,
        List<PersonRef> joined,
        List<PersonRef> left,
        List<PersonRef> trustees,
        @Nullable LocalDate putRightBy,
        LocalDate effectiveOn)
        implements ControlEvent {
    public TrusteesChanged {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        trustees = List.copyOf(trustees);
    }
}
