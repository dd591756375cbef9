package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Due;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.budget.allocation.Allocations;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.entitlement.Endings;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;

/** Releasing money to a holder: whether it may be (R7, R15), and how much it is (R16). */
final class Release {
    private Release() {}

    static Decision<PaymentEvent> decide(
            ReleasePayment c,
            DeploymentId deployment,
            Context context,
            Allocations allocations,
            Dues dues,
            Control control,
            Plan plan) {
        return mayNot(c, deployment, context, allocations, dues, control, plan)
                .<Decision<PaymentEvent>>map(Decision::refused)
                .orElseGet(() -> c.periodFrom() == null || c.periodTo() == null
                        ? released(c, deployment, new Remittance(), dues, control)
                        : forDays(c, c.periodFrom(), c.periodTo(), deployment, dues, control));
    }

    /** R7 and R15, in the order in which a budget gets there. */
    private static Optional<Refusal> mayNot(
            ReleasePayment c,
            DeploymentId deployment,
            Context context,
            Allocations allocations,
            Dues dues,
            Control control,
            Plan plan) {
        if (!allocations.notified()) {
            return Optional.of(Refusal.allocationNotNotified());
        }
        if (!plan.agreed()) {
            return Optional.of(Refusal.planNotAgreed());
        }
        if (control.notional(deployment)) {
            return Optional.of(Refusal.notionalDeployment(deployment));
        }
        var from = c.periodFrom();
        if (from != null && !control.agreementInForce(deployment, from)) {
            return Optional.of(Refusal.agreementNotInForce(deployment, from));
        }
        var payee = control.payee(deployment);
        if (payee == null || !payee.verified()) {
            return Optional.of(Refusal.payeeNotVerified(deployment));
        }
        if (payee.setBy().equals(context.actor().id())) {
            return Optional.of(new Refusal.SegregationOfDuties(payee.setBy(), "set the payee"));
        }
        if (from == null) {
            return Optional.empty();
        }
        return dues.book().suspensions().touch(from, from)
                ? Optional.of(Refusal.paymentsSuspended(from))
                : Endings.refusalOn(from, dues.book());
    }

    /** R16: each day of each stream is settled once, by what is due or by what was given in its place. */
    private static Decision<PaymentEvent> forDays(
            ReleasePayment c, LocalDate from, LocalDate to, DeploymentId deployment, Dues dues, Control control) {
        var due = Due.to(deployment, from, to, dues.book());
        var remittance = new Remittance();
        if (c.lines() == null) {
            var streams = due.sums().stream().map(SettledSum::stream).distinct().toList();
            var open = streams.stream()
                    .filter(stream -> dues.settlement()
                            .touching(new AccountKey(deployment, stream), from, to)
                            .isEmpty())
                    .toList();
            if (open.isEmpty() && !streams.isEmpty()) {
                return refused(Refusal.alreadySettled(from, to));
            }
            open.forEach(stream -> remittance.addDue(stream, due));
        } else {
            for (var line : c.lines()) {
                var settled = dues.settlement().touching(new AccountKey(deployment, line.stream()), from, to);
                if (settled.isPresent()) {
                    return refused(Refusal.alreadySettled(
                            settled.get().from(), settled.get().to()));
                }
                remittance.addGiven(line, due, Due.pieces(line.stream(), from, to, dues.book()));
            }
        }
        return released(c, deployment, remittance, dues, control);
    }

    private static Decision<PaymentEvent> released(
            ReleasePayment c, DeploymentId deployment, Remittance remittance, Dues dues, Control control) {
        var owed = dues.owed().outstanding().stream()
                .filter(item -> item.deployment().equals(deployment))
                .toList();
        if (Boolean.TRUE.equals(c.withArrears())) {
            remittance.addArrears(owed);
        }
        if (c.lessOverpaymentsUpTo() != null) {
            remittance.takeOverpayments(owed, c.lessOverpaymentsUpTo().money());
        }
        return remittance.isEmpty()
                ? refused(Refusal.nothingDue())
                : accepted(new PaymentReleased(
                        c.paymentId(),
                        deployment,
                        Objects.requireNonNull(control.payee(deployment)).payeeRef(),
                        c.periodFrom(),
                        c.periodTo(),
                        remittance.lines(),
                        remittance.items(),
                        remittance.settles(),
                        remittance.owed(),
                        c.payRunId(),
                        c.effectiveOn()));
    }
}
