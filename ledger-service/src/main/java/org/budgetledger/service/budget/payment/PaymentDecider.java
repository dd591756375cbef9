package org.budgetledger.service.budget.payment;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.function.Supplier;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.payment.ContributionReceived;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.CreditResolved;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.payment.InterestReceived;
import org.budgetledger.api.budget.payment.PaymentCommand;
import org.budgetledger.api.budget.payment.PaymentEvent;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.payment.TopUpReceived;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.allocation.Allocations;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Money in: R7, R13, R14, R15. */
public final class PaymentDecider {
    private PaymentDecider() {}

    public static Decision<PaymentEvent> decide(
            PaymentCommand command,
            Context context,
            Policy policy,
            Allocations allocations,
            Dues dues,
            Control control,
            Plan plan,
            Account account) {
        return switch (command) {
            case ReleasePayment c ->
                fresh(
                        c.paymentId(),
                        account,
                        () -> control.on(
                                c.deployment(),
                                deployment ->
                                        Release.decide(c, deployment, context, allocations, dues, control, plan)));
            case RecordPaymentFailure c -> fail(c, account);
            case RecordContribution c ->
                fresh(
                        c.contributionId(),
                        account,
                        () -> control.on(c.deployment(), deployment -> accepted(contribution(c, deployment, policy))));
            case RecordTopUp c ->
                fresh(
                        c.topUpId(),
                        account,
                        () -> control.on(c.deployment(), deployment -> topUp(c, deployment, policy)));
            case RecordInterest c ->
                fresh(
                        c.interestId(),
                        account,
                        () -> control.on(
                                c.deployment(),
                                deployment -> accepted(new InterestReceived(
                                        c.interestId(),
                                        deployment,
                                        c.stream(),
                                        c.amount(),
                                        c.evidence(),
                                        c.effectiveOn()))));
            case RecordCredit c ->
                fresh(
                        c.creditId(),
                        account,
                        () -> control.on(c.deployment(), deployment -> accepted(credit(c, deployment, policy))));
            case ResolveCredit c -> resolve(c, policy, account);
        };
    }

    private static Decision<PaymentEvent> fresh(EntryId id, Account account, Supplier<Decision<PaymentEvent>> then) {
        return account.knows(id) ? refused(Refusal.idInUse(id)) : then.get();
    }

    /** A payment fails once; what it had settled is open again. */
    private static Decision<PaymentEvent> fail(RecordPaymentFailure c, Account account) {
        var payment = account.payments().get(c.paymentId());
        if (payment == null) {
            return refused(Refusal.unknownEntry(c.paymentId()));
        }
        if (payment.failed()) {
            return refused(Refusal.alreadyDone("That payment's failure has been recorded."));
        }
        return account.knows(c.failureId())
                ? refused(Refusal.idInUse(c.failureId()))
                : accepted(new PaymentFailed(
                        c.failureId(),
                        c.paymentId(),
                        payment.deployment(),
                        payment.lines(),
                        payment.owed(),
                        c.reason(),
                        c.evidence(),
                        c.effectiveOn()));
    }

    /** R14: nobody contributes to a stream that is not means-tested, so money said to be that is not explained yet. */
    private static PaymentEvent contribution(RecordContribution c, DeploymentId deployment, Policy policy) {
        return policy.meansTested().contains(c.stream())
                ? new ContributionReceived(
                        c.contributionId(), deployment, c.stream(), c.amount(), c.evidence(), c.effectiveOn())
                : new CreditReceived(
                        c.contributionId(),
                        deployment,
                        c.stream(),
                        c.amount(),
                        Holding.SUSPENSE,
                        CreditKind.CONTRIBUTION,
                        null,
                        c.evidence(),
                        c.effectiveOn());
    }

    private static Decision<PaymentEvent> topUp(RecordTopUp c, DeploymentId deployment, Policy policy) {
        return policy.topUpProhibited().contains(c.stream())
                ? refused(Refusal.topUpProhibited(c.stream()))
                : accepted(new TopUpReceived(
                        c.topUpId(), deployment, c.stream(), c.amount(), c.evidence(), c.effectiveOn()));
    }

    private static PaymentEvent credit(RecordCredit c, DeploymentId deployment, Policy policy) {
        var quarantined =
                c.looksLike() == CreditKind.TOP_UP && policy.topUpProhibited().contains(c.stream());
        return new CreditReceived(
                c.creditId(),
                deployment,
                c.stream(),
                c.amount(),
                quarantined ? Holding.QUARANTINE : Holding.SUSPENSE,
                c.looksLike(),
                null,
                c.evidence(),
                c.effectiveOn());
    }

    private static Decision<PaymentEvent> resolve(ResolveCredit c, Policy policy, Account account) {
        var entry = account.entries().get(c.creditId());
        if (entry == null || (entry.kind() != EntryKind.CREDIT && !entry.explained())) {
            return refused(Refusal.unknownEntry(c.creditId()));
        }
        if (entry.explained() || entry.settled()) {
            return refused(Refusal.alreadyDone("Someone has said already what that credit was."));
        }
        var stream = entry.account().stream();
        if (c.resolvedAs() == CreditKind.CONTRIBUTION && !policy.meansTested().contains(stream)) {
            return refused(Refusal.contributionNotAllowed(stream));
        }
        if (c.resolvedAs() == CreditKind.TOP_UP && policy.topUpProhibited().contains(stream)) {
            return refused(Refusal.topUpProhibited(stream));
        }
        if (c.spendId() != null) {
            var spend = account.entry(c.spendId(), EntryKind.SPEND);
            // A refund goes back to where the money was spent from, so a credit elsewhere is not its refund.
            if (spend == null || !spend.account().equals(entry.account())) {
                return refused(Refusal.unknownEntry(c.spendId()));
            }
            if (entry.amount().money().exceeds(spend.left())) {
                return refused(new Refusal.RefundExceedsSpend(spend.left()));
            }
        }
        return accepted(new CreditResolved(
                c.creditId(),
                entry.account().deployment(),
                stream,
                entry.amount(),
                c.resolvedAs(),
                c.spendId(),
                c.reason(),
                c.effectiveOn()));
    }
}
