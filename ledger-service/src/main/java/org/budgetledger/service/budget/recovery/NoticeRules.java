package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Telling someone what is asked back, and why, before it is taken: R22, R23. */
final class NoticeRules {
    private NoticeRules() {}

    static Decision<RecoveryEvent> issue(
            IssueRecoveryNotice c,
            Context context,
            Policy policy,
            Dues dues,
            Control control,
            Account account,
            Recovery recovery) {
        if (recovery.notices().containsKey(c.noticeId())) {
            return refused(Refusal.idInUse(c.noticeId()));
        }
        if (c.surplusId() != null) {
            return onSurplus(c, c.surplusId(), policy, recovery);
        }
        if (c.debtId() != null) {
            return onDebt(c, c.debtId(), context.today(), policy, dues, account, recovery);
        }
        var stream = c.stream();
        return stream == null
                ? refused(Refusal.budgetNotEnded())
                : control.on(
                        c.deployment(),
                        deployment -> onFinalAccount(
                                c, deployment, stream, context.today(), policy, dues, account, recovery));
    }

    private static Decision<RecoveryEvent> onSurplus(
            IssueRecoveryNotice c, ItemId surplusId, Policy policy, Recovery recovery) {
        var surplus = recovery.surpluses().get(surplusId);
        if (surplus == null) {
            return refused(Refusal.unknownItem(surplusId));
        }
        return asking(
                c,
                RecoveryBasis.SURPLUS,
                surplus.deployment(),
                surplus.stream(),
                surplus.councilShare(),
                surplus.personShare(),
                surplus.privateMoney(),
                policy,
                recovery);
    }

    private static Decision<RecoveryEvent> onDebt(
            IssueRecoveryNotice c,
            ItemId debtId,
            LocalDate today,
            Policy policy,
            Dues dues,
            Account account,
            Recovery recovery) {
        var debt = dues.owed().find(debtId).filter(item -> item.kind().isDebt());
        return debt.isEmpty()
                ? refused(Refusal.unknownItem(debtId))
                : asking(
                        c,
                        RecoveryBasis.DEBT,
                        debt.get().deployment(),
                        debt.get().stream(),
                        debt.get().outstanding(),
                        Money.ZERO,
                        Holding.of(
                                        account,
                                        new AccountKey(debt.get().deployment(), debt.get().stream()),
                                        c.privateMoney(),
                                        today)
                                .privateMoney(),
                        policy,
                        recovery);
    }

    private static Decision<RecoveryEvent> onFinalAccount(
            IssueRecoveryNotice c,
            DeploymentId deployment,
            FundingStream stream,
            LocalDate today,
            Policy policy,
            Dues dues,
            Account account,
            Recovery recovery) {
        if (!dues.book().endedBefore(today)) {
            return refused(Refusal.budgetNotEnded());
        }
        var holding = Holding.of(account, new AccountKey(deployment, stream), c.privateMoney(), today);
        return asking(
                c,
                RecoveryBasis.FINAL_ACCOUNT,
                deployment,
                stream,
                holding.publicMoney(),
                Money.ZERO,
                holding.privateMoney(),
                policy,
                recovery);
    }

    /** The same for every basis: no more than there is of it, and one notice at a time. */
    private static Decision<RecoveryEvent> asking(
            IssueRecoveryNotice c,
            RecoveryBasis basis,
            DeploymentId deployment,
            FundingStream stream,
            Money most,
            Money contributionRefund,
            Money privateMoney,
            Policy policy,
            Recovery recovery) {
        var amount = c.amount() == null ? most : c.amount().money();
        if (amount.exceeds(most)) {
            return refused(
                    basis == RecoveryBasis.FINAL_ACCOUNT ? Refusal.exceedsHeld(most) : Refusal.exceedsDebt(most));
        }
        if (amount.isZero()) {
            return refused(Refusal.nothingLeft("Nothing is left to ask back."));
        }
        var issued = new RecoveryNoticeIssued(
                c.noticeId(),
                basis,
                c.surplusId(),
                c.debtId(),
                deployment,
                stream,
                amount,
                contributionRefund,
                privateMoney,
                c.reason(),
                c.payer(),
                CivilDates.windowEnd(c.effectiveOn(), policy.recoveryNoticeDays())
                        .plusDays(1),
                c.effectiveOn());
        return recovery.openOn(issued).isPresent()
                ? refused(Refusal.alreadyDone("A notice that asks for the same money is open."))
                : accepted(issued);
    }
}
