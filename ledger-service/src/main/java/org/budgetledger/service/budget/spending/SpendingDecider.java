package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.CreditReceived;
import org.budgetledger.api.budget.payment.Holding;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingCommand;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.plan.Plan;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/**
 * Money out: routes to authorising, recording, and asking about spends. What was said to be a refund may turn out to be an
 * unexplained credit, so the events are not only of this topic.
 */
public final class SpendingDecider {
    private SpendingDecider() {}

    public static Decision<BudgetEvent> decide(
            SpendingCommand command, Policy policy, Control control, Plan plan, Funds funds, Queries queries) {
        return switch (command) {
            case AuthoriseSpend c ->
                control.on(
                        c.deployment(),
                        deployment -> AuthorisationRules.authorise(c, deployment, policy, control, funds));
            case CancelAuthorisation c -> AuthorisationRules.cancel(c, funds.account());
            case RecordSpend c ->
                control.on(c.deployment(), deployment -> record(c, deployment, policy, control, plan, funds));
            case RecordRefund c -> refund(c, funds.account());
            case ReverseEntry c -> reverse(c, funds.account());
            case QuerySpend c -> QueryRules.query(c, policy, funds.account(), queries);
            case AnswerQuery c -> QueryRules.answer(c, queries);
            case ResolveQuery c -> QueryRules.resolve(c, funds.account(), queries);
        };
    }

    /** R9: a fact is accepted whatever the rules say of it; they say it in its flags. */
    private static Decision<BudgetEvent> record(
            RecordSpend c, DeploymentId deployment, Policy policy, Control control, Plan plan, Funds funds) {
        if (funds.account().knows(c.spendId())) {
            return refused(Refusal.idInUse(c.spendId()));
        }
        if (c.authorisationId() != null && !funds.account().authorisations().containsKey(c.authorisationId())) {
            return refused(Refusal.unknownItem(c.authorisationId()));
        }
        var serviceFrom = Objects.requireNonNullElse(c.serviceFrom(), c.effectiveOn());
        var serviceTo = Objects.requireNonNullElse(c.serviceTo(), serviceFrom);
        List<PersonRef> approvers = Objects.requireNonNullElse(c.approvers(), List.of());
        var flags = new ArrayList<SpendFlag>();
        flags.addAll(funds.flagsAfter(c.amount(), c.effectiveOn(), new AccountKey(deployment, c.stream())));
        if (funds.entitlement().suspensions().touch(serviceFrom, serviceTo)) {
            flags.add(SpendFlag.DURING_SUSPENSION);
        }
        if (funds.entitlement().endedBefore(serviceTo)) {
            flags.add(SpendFlag.AFTER_END);
        }
        if (c.outcomeId() != null && !plan.outcomes().contains(c.outcomeId())) {
            flags.add(SpendFlag.OUTSIDE_PLAN);
        }
        if (AuthorisationRules.barred(c.purchase(), deployment, policy, control)) {
            flags.add(SpendFlag.BARRED_BY_MODE);
        }
        var rule = control.approvalRule(deployment, c.effectiveOn());
        if (rule != null && c.amount().pence() > rule.above().pence() && approvers.size() < rule.approvers()) {
            flags.add(SpendFlag.APPROVAL_RULE);
        }
        if (c.illegal() != null) {
            flags.add(SpendFlag.ILLEGAL);
        }
        return accepted(new SpendRecorded(
                c.spendId(),
                deployment,
                c.stream(),
                c.amount(),
                c.evidence(),
                c.effectiveOn(),
                serviceFrom,
                serviceTo,
                c.authorisationId(),
                c.outcomeId(),
                c.category(),
                c.description(),
                approvers,
                c.purchase(),
                c.illegal(),
                flags));
    }

    /** R13: what is more than is left of the spend is not its refund, and the whole of it waits to be explained. */
    private static Decision<BudgetEvent> refund(RecordRefund c, Account account) {
        var spend = account.entry(c.spendId(), EntryKind.SPEND);
        if (spend == null) {
            return refused(Refusal.unknownEntry(c.spendId()));
        }
        if (account.knows(c.refundId())) {
            return refused(Refusal.idInUse(c.refundId()));
        }
        var key = spend.account();
        return c.amount().money().exceeds(spend.left())
                ? accepted(new CreditReceived(
                        c.refundId(),
                        key.deployment(),
                        key.stream(),
                        c.amount(),
                        Holding.SUSPENSE,
                        CreditKind.REFUND,
                        c.spendId(),
                        c.evidence(),
                        c.effectiveOn()))
                : accepted(new RefundReceived(
                        c.refundId(),
                        c.spendId(),
                        key.deployment(),
                        key.stream(),
                        c.amount(),
                        c.evidence(),
                        c.effectiveOn()));
    }

    /** R3: one recorded fact, in full, once. */
    private static Decision<BudgetEvent> reverse(ReverseEntry c, Account account) {
        var entry = account.entries().get(c.entryId());
        if (entry == null) {
            return refused(Refusal.unknownEntry(c.entryId()));
        }
        if (account.knows(c.reversalId())) {
            return refused(Refusal.idInUse(c.reversalId()));
        }
        var kind = entry.kind();
        if (kind == null) {
            return refused(Refusal.notReversible(
                    "That was decided, or is a reversal itself: only recorded facts are reversed."));
        }
        if (entry.settled()) {
            return refused(Refusal.alreadyDone("That entry was reversed, returned or disallowed already."));
        }
        if (!entry.refunded().isZero()) {
            return refused(Refusal.notReversible("That spend has refunds: reverse them first."));
        }
        return accepted(new EntryReversed(
                c.reversalId(),
                c.entryId(),
                kind,
                entry.account().deployment(),
                entry.account().stream(),
                entry.amount(),
                entry.spendId(),
                c.reason(),
                c.effectiveOn()));
    }
}
