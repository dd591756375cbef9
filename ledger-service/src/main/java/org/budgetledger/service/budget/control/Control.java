package org.budgetledger.service.budget.control;

import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.service.deciding.Decision;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Who holds what, and by which agreement. */
public record Control(
        PMap<DeploymentId, Deployment> deployments,
        PVector<DeploymentId> current,
        LocalDate setFrom,
        PMap<DeploymentId, Agreements> agreements,
        PMap<DeploymentId, Payee> payees,
        PSet<ItemId> ids) {
    public static final Control NONE = new Control(
            HashTreePMap.empty(),
            TreePVector.empty(),
            LocalDate.MIN,
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePSet.empty());

    /** Goes on with the deployment that is named, or with the only one there is. */
    public <E> Decision<E> on(@Nullable DeploymentId named, Function<DeploymentId, Decision<E>> then) {
        if (named != null) {
            return known(named) ? then.apply(named) : refused(Refusal.unknownDeployment(named));
        }
        return switch (current.size()) {
            case 0 -> then.apply(DeploymentId.AUTHORITY);
            case 1 -> then.apply(current.getFirst());
            default -> refused(Refusal.deploymentRequired());
        };
    }

    /** The authority manages what no one else does, so its deployment is always there. */
    public boolean known(DeploymentId deployment) {
        return deployment.equals(DeploymentId.AUTHORITY) || deployments.containsKey(deployment);
    }

    /** Every account that something could be due to. */
    public List<AccountKey> accounts(List<FundingStream> streams) {
        return Stream.concat(
                        Stream.of(DeploymentId.AUTHORITY),
                        deployments.keySet().stream()
                                .filter(id -> !id.equals(DeploymentId.AUTHORITY))
                                .sorted())
                .flatMap(deployment -> streams.stream().map(stream -> new AccountKey(deployment, stream)))
                .toList();
    }

    public DegreeOfControl degreeOf(DeploymentId deployment) {
        var known = deployments.get(deployment);
        return known == null ? DegreeOfControl.AUTHORITY : known.degree();
    }

    /** Whether it holds no money, so that what it has left is what is due less what is used (domain §4). */
    public boolean notional(DeploymentId deployment) {
        var known = deployments.get(deployment);
        return known == null || known.notional();
    }

    Agreements agreements(DeploymentId deployment) {
        return agreements.getOrDefault(deployment, Agreements.NONE);
    }

    public boolean agreementInForce(DeploymentId deployment, LocalDate day) {
        return agreements(deployment).inForceOn(day).isPresent();
    }

    /** How many must approve a payment of that day above which sum, where the agreement says so. */
    public @Nullable ApprovalRule approvalRule(DeploymentId deployment, LocalDate day) {
        return agreements(deployment).inForceOn(day).map(Agreement::rule).orElse(null);
    }

    public @Nullable Payee payee(DeploymentId deployment) {
        return payees.get(deployment);
    }

    public Control evolve(ControlEvent event) {
        return switch (event) {
            case ControlChosen _ -> this;
            case DeploymentsSet e -> deployed(e);
            case AgreementSigned e ->
                agreed(
                        e.deployment(),
                        agreements(e.deployment())
                                .with(new Agreement(e.inForceFrom(), e.lapsesOn(), e.trust(), e.approvalRule())),
                        ids.plus(e.agreementId()));
            case TrusteesChanged e ->
                agreed(
                        e.deployment(),
                        agreements(e.deployment()).changingLatest(latest -> latest.withTrustees(e.trustees())),
                        ids);
            case AgreementLapsed e ->
                agreed(e.deployment(), agreements(e.deployment()).lapsing(e.effectiveOn()), ids);
            case PayeeSet e -> paidTo(e.deployment(), new Payee(e.payeeRef(), e.setBy(), false));
            case PayeeVerified e -> {
                var payee = payees.get(e.deployment());
                yield payee == null ? this : paidTo(e.deployment(), new Payee(payee.payeeRef(), payee.setBy(), true));
            }
        };
    }

    private Control deployed(DeploymentsSet set) {
        var known = deployments;
        for (var deployment : set.deployments()) {
            known = known.plus(deployment.deploymentId(), deployment);
        }
        var names = set.deployments().stream().map(Deployment::deploymentId).toList();
        return new Control(known, TreePVector.from(names), set.effectiveFrom(), agreements, payees, ids);
    }

    private Control agreed(DeploymentId deployment, Agreements agreed, PSet<ItemId> ids) {
        return new Control(deployments, current, setFrom, agreements.plus(deployment, agreed), payees, ids);
    }

    private Control paidTo(DeploymentId deployment, Payee payee) {
        return new Control(deployments, current, setFrom, agreements, payees.plus(deployment, payee), ids);
    }
}
