package org.budgetledger.service.budget.control;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.ControlCommand;
import org.budgetledger.api.budget.control.ControlEvent;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.LapseAgreement;
import org.budgetledger.api.budget.control.PayeeSet;
import org.budgetledger.api.budget.control.PayeeVerified;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.TrusteesChanged;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Taking control: R15's agreement and payee, R17's trustees. */
public final class ControlDecider {
    private ControlDecider() {}

    public static Decision<ControlEvent> decide(
            ControlCommand command, Context context, Policy policy, Control control) {
        return switch (command) {
            case ChooseControl c -> accepted(new ControlChosen(c.degrees(), c.inTheirWords(), c.effectiveOn()));
            case SetDeployments c -> setDeployments(c, control);
            case SignAgreement c -> control.on(c.deployment(), deployment -> sign(c, deployment, policy, control));
            case ChangeTrustees c ->
                control.on(c.deployment(), deployment -> changeTrustees(c, deployment, policy, control));
            case LapseAgreement c -> control.on(c.deployment(), deployment -> lapse(c, deployment, control));
            case SetPayee c ->
                control.on(
                        c.deployment(),
                        deployment -> accepted(new PayeeSet(
                                deployment, c.payeeRef(), context.actor().id())));
            case VerifyPayee c -> control.on(c.deployment(), deployment -> verify(c, deployment, context, control));
        };
    }

    private static Decision<ControlEvent> setDeployments(SetDeployments c, Control control) {
        if (c.effectiveFrom().isBefore(control.setFrom())) {
            return refused(Refusal.outOfOrder("Deployments are already set from " + control.setFrom() + "."));
        }
        for (var deployment : c.deployments()) {
            var known = control.deployments().get(deployment.deploymentId());
            // Money, agreements and payees hang on the name, so it stays with its degree and its holder.
            if (known != null
                    && (known.degree() != deployment.degree()
                            || !known.holder().equals(deployment.holder())
                            || known.notional() != deployment.notional())) {
                return refused(Refusal.deploymentChanged(deployment.deploymentId()));
            }
        }
        return accepted(new DeploymentsSet(c.deployments(), c.effectiveFrom(), c.reason()));
    }

    private static Decision<ControlEvent> sign(
            SignAgreement c, DeploymentId deployment, Policy policy, Control control) {
        if (control.ids().contains(c.agreementId())) {
            return refused(Refusal.idInUse(c.agreementId()));
        }
        if (control.degreeOf(deployment) == DegreeOfControl.TRUST) {
            if (c.trust() == null) {
                return refused(Refusal.trustTermsRequired());
            }
            if (c.trust().trustees().size() < policy.minimumTrustees()) {
                return refused(Refusal.tooFewTrustees(policy.minimumTrustees()));
            }
        } else if (c.trust() != null) {
            return refused(Refusal.notATrust(deployment));
        }
        return accepted(new AgreementSigned(
                c.agreementId(),
                deployment,
                c.effectiveOn(),
                c.inForceFrom() == null ? c.effectiveOn() : c.inForceFrom(),
                c.lapsesOn(),
                c.trust(),
                c.approvalRule()));
    }

    /** R17: below the minimum there is time to put it right, counted from the day of the change; payments go on. */
    private static Decision<ControlEvent> changeTrustees(
            ChangeTrustees c, DeploymentId deployment, Policy policy, Control control) {
        var trust = control.agreements(deployment).latest().map(Agreement::trust);
        if (trust.isEmpty()) {
            return refused(Refusal.notATrust(deployment));
        }
        var trustees = new ArrayList<>(trust.get().trustees());
        for (var leaving : Objects.requireNonNullElse(c.left(), List.<PersonRef>of())) {
            if (!trustees.remove(leaving)) {
                return refused(Refusal.unknownTrustee(leaving));
            }
        }
        for (var joining : Objects.requireNonNullElse(c.joined(), List.<PersonRef>of())) {
            if (trustees.contains(joining)) {
                return refused(Refusal.alreadyATrustee(joining));
            }
            trustees.add(joining);
        }
        if (trustees.isEmpty()) {
            return refused(Refusal.lastTrustee());
        }
        return accepted(new TrusteesChanged(
                deployment,
                Objects.requireNonNullElse(c.joined(), List.of()),
                Objects.requireNonNullElse(c.left(), List.of()),
                trustees,
                trustees.size() < policy.minimumTrustees()
                        ? CivilDates.windowEnd(c.effectiveOn(), policy.trusteeDays())
                        : null,
                c.effectiveOn()));
    }

    private static Decision<ControlEvent> lapse(LapseAgreement c, DeploymentId deployment, Control control) {
        return control.agreementInForce(deployment, c.effectiveOn())
                ? accepted(new AgreementLapsed(deployment, c.effectiveOn(), c.reason()))
                : refused(Refusal.agreementNotInForce(deployment, c.effectiveOn()));
    }

    /** R15, R29: whoever set the payee does not confirm it. */
    private static Decision<ControlEvent> verify(
            VerifyPayee c, DeploymentId deployment, Context context, Control control) {
        var payee = control.payee(deployment);
        if (payee == null) {
            return refused(Refusal.noPayee(deployment));
        }
        if (payee.setBy().equals(context.actor().id())) {
            return refused(new Refusal.SegregationOfDuties(context.actor().id(), "set the payee"));
        }
        if (!payee.payeeRef().equals(c.payeeRef())) {
            return refused(Refusal.payeeChanged(deployment));
        }
        return payee.verified()
                ? refused(Refusal.alreadyDone("That payee has been verified."))
                : accepted(new PayeeVerified(
                        deployment, payee.payeeRef(), context.actor().id()));
    }
}
