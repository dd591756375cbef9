package org.budgetledger.service.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Actor;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.control.AgreementLapsed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.ControlCommand;
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
import org.jspecify.annotations.Nullable;

/** Taking control: deployments, agreements, trustees and payees (R15, R17, R29). */
final class ControlAnswers {
    private ControlAnswers() {}

    /** Answers, and says which deployment the command was about. */
    static @Nullable DeploymentId answer(ControlCommand command, Actor actor, ModelBudget budget, Answer answer) {
        return switch (command) {
            case ChooseControl c -> {
                answer.happened(budget.id, new ControlChosen(c.degrees(), c.inTheirWords(), c.effectiveOn()));
                yield null;
            }
            case SetDeployments c -> {
                deploy(c, budget, answer);
                yield null;
            }
            case SignAgreement c -> {
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null) {
                    sign(c, deployment, budget, answer);
                }
                yield deployment;
            }
            case ChangeTrustees c -> {
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null) {
                    changeTrustees(c, deployment, budget, answer);
                }
                yield deployment;
            }
            case LapseAgreement c -> {
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null) {
                    answer.refuseIf(inForce(budget, deployment, c.effectiveOn()) == null, "AGREEMENT_NOT_IN_FORCE");
                    answer.happened(budget.id, new AgreementLapsed(deployment, c.effectiveOn(), c.reason()));
                }
                yield deployment;
            }
            case SetPayee c -> {
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null) {
                    answer.happened(budget.id, new PayeeSet(deployment, c.payeeRef(), actor.id()));
                }
                yield deployment;
            }
            case VerifyPayee c -> {
                var deployment = budget.meant(c.deployment(), answer);
                if (deployment != null) {
                    verify(c, deployment, actor, budget, answer);
                }
                yield deployment;
            }
        };
    }

    private static void deploy(SetDeployments c, ModelBudget budget, Answer answer) {
        var last = budget.last(SetDeployments.class);
        answer.refuseIf(last != null && c.effectiveFrom().isBefore(last.effectiveFrom()), "OUT_OF_ORDER");
        for (var deployment : c.deployments()) {
            var before = budget.described(deployment.deploymentId());
            answer.refuseIf(
                    before != null
                            && (before.degree() != deployment.degree()
                                    || before.notional() != deployment.notional()
                                    || !before.holder().equals(deployment.holder())),
                    "DEPLOYMENT_CHANGED");
        }
        answer.happened(budget.id, new DeploymentsSet(c.deployments(), c.effectiveFrom(), c.reason()));
    }

    private static void sign(SignAgreement c, DeploymentId deployment, ModelBudget budget, Answer answer) {
        var described = budget.described(deployment);
        var trust = described != null && described.degree() == DegreeOfControl.TRUST;
        answer.refuseIf(
                budget.all(SignAgreement.class).stream()
                        .anyMatch(other -> other.agreementId().equals(c.agreementId())),
                "ID_IN_USE");
        answer.refuseIf(trust && c.trust() == null, "TRUST_TERMS_REQUIRED");
        answer.refuseIf(!trust && c.trust() != null, "NOT_A_TRUST");
        answer.refuseIf(
                trust && c.trust() != null && c.trust().trustees().size() < ModelRules.MINIMUM_TRUSTEES,
                "TOO_FEW_TRUSTEES");
        answer.happened(
                budget.id,
                new AgreementSigned(
                        c.agreementId(),
                        deployment,
                        c.effectiveOn(),
                        Objects.requireNonNullElse(c.inForceFrom(), c.effectiveOn()),
                        c.lapsesOn(),
                        c.trust(),
                        c.approvalRule()));
    }

    private static void changeTrustees(ChangeTrustees c, DeploymentId deployment, ModelBudget budget, Answer answer) {
        var joined = requireNonNull(c.joined());
        var left = requireNonNull(c.left());
        List<PersonRef> trustees = null;
        for (var each : budget.done) {
            if (!deployment.equals(each.deployment())) {
                continue;
            }
            if (each.command() instanceof SignAgreement signed) {
                trustees = signed.trust() == null
                        ? null
                        : new ArrayList<>(signed.trust().trustees());
            }
            if (each.command() instanceof ChangeTrustees changed && trustees != null) {
                trustees.removeAll(requireNonNull(changed.left()));
                trustees.addAll(requireNonNull(changed.joined()));
            }
        }
        if (trustees == null) {
            answer.refuseIf(true, "NOT_A_TRUST");
            return;
        }
        answer.refuseIf(!trustees.containsAll(left), "UNKNOWN_TRUSTEE");
        answer.refuseIf(joined.stream().anyMatch(trustees::contains), "ALREADY_A_TRUSTEE");
        trustees.removeAll(left);
        trustees.addAll(joined);
        answer.refuseIf(trustees.isEmpty(), "LAST_TRUSTEE");
        answer.happened(
                budget.id,
                new TrusteesChanged(
                        deployment,
                        joined,
                        left,
                        trustees,
                        trustees.size() < ModelRules.MINIMUM_TRUSTEES
                                ? c.effectiveOn().plusDays(ModelRules.TRUSTEE_DAYS - 1)
                                : null,
                        c.effectiveOn()));
    }

    private static void verify(VerifyPayee c, DeploymentId deployment, Actor actor, ModelBudget budget, Answer answer) {
        var payee = payee(budget, deployment);
        answer.refuseIf(payee == null, "NO_PAYEE");
        if (payee == null) {
            return;
        }
        answer.refuseIf(payee.actor().id().equals(actor.id()), "SEGREGATION_OF_DUTIES");
        answer.refuseIf(!((SetPayee) payee.command()).payeeRef().equals(c.payeeRef()), "PAYEE_CHANGED");
        answer.refuseIf(payeeVerified(budget, deployment), "ALREADY_DONE");
        answer.happened(budget.id, new PayeeVerified(deployment, c.payeeRef(), actor.id()));
    }

    /** The payee that is set, and by whom. */
    static ModelBudget.@Nullable Done payee(ModelBudget budget, DeploymentId deployment) {
        var set = budget.about(deployment, SetPayee.class);
        return set.isEmpty() ? null : set.getLast();
    }

    /** A payee that is set anew has to be verified anew. */
    static boolean payeeVerified(ModelBudget budget, DeploymentId deployment) {
        var verified = false;
        for (var each : budget.done) {
            if (deployment.equals(each.deployment())) {
                verified = each.command() instanceof VerifyPayee || (verified && !(each.command() instanceof SetPayee));
            }
        }
        return verified;
    }

    /** The agreement that counts on a day: the one signed last among those in force then. */
    static @Nullable SignAgreement inForce(ModelBudget budget, DeploymentId deployment, LocalDate day) {
        var inForce = new ArrayList<SignAgreement>();
        for (var each : budget.done) {
            if (!deployment.equals(each.deployment())) {
                continue;
            }
            if (each.command() instanceof SignAgreement signed
                    && !Objects.requireNonNullElse(signed.inForceFrom(), signed.effectiveOn())
                            .isAfter(day)
                    && (signed.lapsesOn() == null || day.isBefore(signed.lapsesOn()))) {
                inForce.add(signed);
            }
            if (each.command() instanceof LapseAgreement lapsed && !day.isBefore(lapsed.effectiveOn())) {
                inForce.clear();
            }
        }
        return inForce.isEmpty() ? null : inForce.getLast();
    }
}
