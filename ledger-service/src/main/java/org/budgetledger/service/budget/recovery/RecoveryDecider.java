package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Amount;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.RecoveryCommand;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Asking money back, fairly: R22, R23, R24, R29. */
public final class RecoveryDecider {
    private RecoveryDecider() {}

    public static Decision<RecoveryEvent> decide(
            RecoveryCommand command,
            Context context,
            Policy policy,
            Dues dues,
            Control control,
            Account account,
            Recovery recovery) {
        return switch (command) {
            case IdentifySurplus c ->
                control.on(
                        c.deployment(),
                        deployment -> SurplusRules.identify(
                                c, deployment, context.today(), policy, dues.book(), control, account, recovery));
            case IssueRecoveryNotice c -> NoticeRules.issue(c, context, policy, dues, control, account, recovery);
            case RecordRepresentation c ->
                recovery.notices().containsKey(c.noticeId())
                        ? accepted(new RepresentationRecorded(c.noticeId(), c.representation(), c.effectiveOn()))
                        : refused(Refusal.unknownItem(c.noticeId()));
            case RecoverFunds c -> RecoveringRules.recover(c, context, dues, control, account, recovery);
            case WriteOffDebt c -> writeOff(c, context, policy, dues, control, recovery);
        };
    }

    /** R23: someone other than who asked, within a limit that counts for the whole debt. */
    private static Decision<RecoveryEvent> writeOff(
            WriteOffDebt c, Context context, Policy policy, Dues dues, Control control, Recovery recovery) {
        var debt = debt(c.debtId(), context, dues, control);
        if (debt == null) {
            return refused(Refusal.unknownItem(c.debtId()));
        }
        if (c.requestedBy().equals(context.actor().id())) {
            return refused(new Refusal.SegregationOfDuties(c.requestedBy(), "asked for it"));
        }
        if (!debt.outstanding().isPositive()) {
            return refused(Refusal.nothingLeft("Nothing of that debt is outstanding."));
        }
        var amount = c.amount() == null ? Amount.of(debt.outstanding()) : c.amount();
        if (amount.money().exceeds(debt.outstanding())) {
            return refused(Refusal.exceedsDebt(debt.outstanding()));
        }
        var limit = policy.writeOffLimit().money().minus(recovery.writtenOff().getOrDefault(c.debtId(), Money.ZERO));
        return amount.money().exceeds(limit)
                ? refused(Refusal.writeOffLimit(limit))
                : accepted(new DebtWrittenOff(
                        c.debtId(),
                        debt.account().deployment(),
                        debt.account().stream(),
                        amount,
                        c.requestedBy(),
                        context.actor().id(),
                        c.reason(),
                        c.effectiveOn()));
    }

    private record Debt(AccountKey account, Money outstanding) {}

    /** An item that is owed by the holder, or the arrears of an account's contributions. */
    private static @Nullable Debt debt(ItemId id, Context context, Dues dues, Control control) {
        return dues.owed()
                .find(id)
                .filter(item -> item.kind().isDebt())
                .map(item -> new Debt(new AccountKey(item.deployment(), item.stream()), item.outstanding()))
                .or(() -> control.accounts(dues.book().streams()).stream()
                        .filter(key -> Contributions.debtId(key).equals(id))
                        .map(key -> new Debt(
                                key,
                                dues.contributionArrears(key, control.notional(key.deployment()), context.today())))
                        .findFirst())
                .orElse(null);
    }
}
