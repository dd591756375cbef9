package org.budgetledger.projections.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.projections.facts.Facts;

/** How a budget is and was deployed. */
public record Deployments(Entitlement entitlement) {
    public static Deployments of(Facts facts) {
        return new Deployments(Entitlement.of(facts.events()));
    }

    public List<Deployment> inForceOn(LocalDate day) {
        return entitlement.inForceOn(day);
    }

    /**
     * A deployment as it is on a day: as the latest setting that has begun names it, or where none does, as the first
     * that will.
     */
    public Optional<Deployment> find(DeploymentId id, LocalDate day) {
        var naming = entitlement.deployments().stream()
                .filter(set -> named(set, id).isPresent())
                .toList();
        return naming.reversed().stream()
                .filter(set -> !set.effectiveFrom().isAfter(day))
                .findFirst()
                .or(() -> naming.stream().findFirst())
                .flatMap(set -> named(set, id));
    }

    /** Every deployment that was ever set, as it is on a day, in the order of their first setting. */
    public List<Deployment> everSet(LocalDate day) {
        return entitlement.deployments().stream()
                .flatMap(set -> set.deployments().stream())
                .map(Deployment::deploymentId)
                .distinct()
                .map(id -> find(id, day).orElseThrow())
                .toList();
    }

    /** The degrees of control that are in force on a day; before any deployment is set, the authority's. */
    public List<DegreeOfControl> heldOn(LocalDate day) {
        var degrees = inForceOn(day).stream().map(Deployment::degree).distinct().toList();
        return degrees.isEmpty() ? List.of(DegreeOfControl.AUTHORITY) : degrees;
    }

    private static Optional<Deployment> named(DeploymentsSet set, DeploymentId id) {
        return set.deployments().stream()
                .filter(deployment -> deployment.deploymentId().equals(id))
                .findFirst();
    }
}
