package org.budgetledger.api.budget.control;

import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A share of the allocation under one degree of control and one holder.
 *
 * @param holder who holds or manages it
 * @param shares its part of each stream; when left out it takes part in every stream with a weight of 1
 * @param paidByClaims a provider's fund that holds no money and is paid by claims; only with {@code PROVIDER_FUND}
 */
public record Deployment(
        DeploymentId deploymentId,
        DegreeOfControl degree,
        PersonRef holder,
        @Nullable List<Share> shares,
        @Nullable Boolean paidByClaims) {
    public Deployment {
        shares = shares == null ? null : List.copyOf(shares);
        if (shares != null
                && (shares.isEmpty()
                        || shares.stream().map(Share::stream).distinct().count() != shares.size())) {
            throw new IllegalArgumentException("shares must name at least one stream, each once");
        }
        if (Boolean.TRUE.equals(paidByClaims) && degree != DegreeOfControl.PROVIDER_FUND) {
            throw new IllegalArgumentException("paidByClaims goes with PROVIDER_FUND only");
        }
        if (deploymentId.equals(DeploymentId.AUTHORITY) && degree != DegreeOfControl.AUTHORITY) {
            throw new IllegalArgumentException("the deployment called 'authority' is the authority's own");
        }
    }

    /** Whether it holds no money: what it has left is what is due less what is used (domain §4). */
    public boolean notional() {
        return degree == DegreeOfControl.AUTHORITY || Boolean.TRUE.equals(paidByClaims);
    }

    /** Its weight among the deployments of {@code stream}; nothing when it has no part in it. */
    public long weightOf(FundingStream stream) {
        return shares == null
                ? 1
                : shares.stream()
                        .filter(s -> s.stream() == stream)
                        .mapToLong(Share::weight)
                        .sum();
    }
}
