package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.jspecify.annotations.Nullable;

/** Taking public money back, after a notice or with consent: R23. */
final class RecoveringRules {
    private RecoveringRules() {}

    /**
     * What is asked back.
     *
     * @param limit why no more of it may be taken
     * @param debts what it pays, oldest first
     */
    private record Asked(
            AccountKey account,
            Money most,
            Refusal limit,
            Money contributionRefund,
            List<Owed.Item> debts,
            @Nullable Money privateMoney) {}

    static Decision<RecoveryEvent> recover(
            RecoverFunds c, Context context, Dues dues, Control control, Account account, Recovery recovery) {
        if (account.knows(c.recoveryId())) {
            return refused(Refusal.idInUse(c.recoveryId()));
        }
        if (c.noticeId() != null) {
            return onNotice(c, c.noticeId(), context, dues, account, recovery);
        }
        if (c.consent() == null) {
            return refused(Refusal.noticeRequired());
        }
        return c.debtId() != null
                ? onDebt(c, c.debtId(), context, dues, account)
                : onFinalAccount(c, context, dues, control, account);
    }

    private static Decision<RecoveryEvent> onNotice(
            RecoverFunds c, ItemId noticeId, Context context, Dues dues, Account account, Recovery recovery) {
        var notice = recovery.notices().get(noticeId);
        if (notice == null) {
            return refused(Refusal.unknownItem(noticeId));
        }
        if (!notice.isOpen()) {
            return refused(Refusal.alreadyDone("All that the notice asked has been recovered."));
        }
        var dueOn = notice.issued().dueOn();
        // A recovery that is dated ahead takes the money now, so both days count.
        if (c.consent() == null && earliest(c.effectiveOn(), context.today()).isBefore(dueOn)) {
            return refused(new Refusal.NoticeRunning(dueOn));
        }
        var debts = debts(notice.issued().basis(), notice, dues);
        // What was netted, paid or given up since the notice is not asked any more.
        var outstanding = notice.issued().basis() == RecoveryBasis.DEBT ? outstanding(debts) : notice.asked();
        if (outstanding.isZero() && notice.asked().isPositive()) {
            return refused(Refusal.nothingLeft("Nothing of that debt is outstanding."));
        }
        return take(
                c,
                context,
                account,
                new Asked(
                        notice.account(),
                        notice.asked().orLess(outstanding),
                        notice.asked().exceeds(outstanding)
                                ? Refusal.exceedsDebt(outstanding)
                                : Refusal.exceedsNotice(notice.asked()),
                        notice.toRefund(),
                        debts,
                        notice.issued().privateMoney()));
    }

    private static Money outstanding(List<Owed.Item> debts) {
        return debts.stream().map(Owed.Item::outstanding).reduce(Money.ZERO, Money::plus);
    }

    private static List<Owed.Item> debts(RecoveryBasis basis, Recovery.Notice notice, Dues dues) {
        return switch (basis) {
            case SURPLUS -> List.of();
            case DEBT ->
                dues.owed().outstanding().stream()
                        .filter(item -> item.id().equals(notice.issued().debtId()))
                        .toList();
            case FINAL_ACCOUNT -> debtsOf(notice.account(), dues);
        };
    }

    private static Decision<RecoveryEvent> onDebt(
            RecoverFunds c, ItemId debtId, Context context, Dues dues, Account account) {
        var debt = dues.owed().find(debtId).filter(item -> item.kind().isDebt());
        if (debt.isEmpty()) {
            return refused(Refusal.unknownItem(debtId));
        }
        var outstanding = debt.get().outstanding();
        return outstanding.isZero()
                ? refused(Refusal.nothingLeft("Nothing of that debt is outstanding."))
                : take(
                        c,
                        context,
                        account,
                        new Asked(
                                new AccountKey(debt.get().deployment(), debt.get().stream()),
                                outstanding,
                                Refusal.exceedsDebt(outstanding),
                                Money.ZERO,
                                List.of(debt.get()),
                                null));
    }

    private static Decision<RecoveryEvent> onFinalAccount(
            RecoverFunds c, Context context, Dues dues, Control control, Account account) {
        var stream = c.stream();
        if (stream == null) {
            return refused(Refusal.budgetNotEnded());
        }
        return control.on(c.deployment(), deployment -> {
            if (!dues.book().endedBefore(context.today())) {
                return refused(Refusal.budgetNotEnded());
            }
            var key = new AccountKey(deployment, stream);
            var held =
                    Holding.of(account, key, c.privateMoney(), context.today()).publicMoney();
            return take(
                    c,
                    context,
                    account,
                    new Asked(key, held, Refusal.exceedsHeld(held), Money.ZERO, debtsOf(key, dues), null));
        });
    }

    private static List<Owed.Item> debtsOf(AccountKey account, Dues dues) {
        return dues.owed().outstanding().stream()
                .filter(item ->
                        item.kind().isDebt() && account.equals(new AccountKey(item.deployment(), item.stream())))
                .toList();
    }

    /** R23: never more than is asked, nor than is held of public money. */
    private static Decision<RecoveryEvent> take(RecoverFunds c, Context context, Account account, Asked asked) {
        var elsewhere = Boolean.TRUE.equals(c.paidFromElsewhere());
        if (elsewhere && asked.debts().isEmpty()) {
            return refused(Refusal.notADebt());
        }
        var owed = outstanding(asked.debts());
        // Only debts are paid with other money; what is left in the account itself still has to leave it.
        var most = elsewhere ? asked.most().orLess(owed) : asked.most();
        var refund = elsewhere ? Money.ZERO : asked.contributionRefund();
        var held = Holding.of(
                        account,
                        asked.account(),
                        c.privateMoney() == null ? asked.privateMoney() : c.privateMoney(),
                        context.today())
                .publicMoney()
                .minus(refund);
        var amount = c.amount() != null ? c.amount().money() : elsewhere ? most : most.orLess(held);
        if (amount.exceeds(most)) {
            return refused(elsewhere && asked.most().exceeds(owed) ? Refusal.exceedsDebt(owed) : asked.limit());
        }
        if (!elsewhere && (amount.exceeds(held) || !amount.isPositive())) {
            return refused(Refusal.exceedsHeld(held.orZeroIfNegative()));
        }
        var events = new ArrayList<RecoveryEvent>();
        events.add(recovered(c, asked, Amount.of(amount), elsewhere));
        refunded(c, context, asked, refund).forEach(events::add);
        return accepted(events);
    }

    private static FundsRecovered recovered(RecoverFunds c, Asked asked, Amount amount, boolean elsewhere) {
        var left = amount.money();
        var debts = new ArrayList<OwedPart>();
        for (var debt : asked.debts()) {
            var part = debt.outstanding().orLess(left);
            if (part.isPositive()) {
                debts.add(new OwedPart(debt.id(), Amount.of(part)));
                left = left.minus(part);
            }
        }
        return new FundsRecovered(
                c.recoveryId(),
                c.noticeId(),
                asked.account().deployment(),
                asked.account().stream(),
                amount,
                debts,
                c.consent(),
                elsewhere,
                c.effectiveOn());
    }

    private static Stream<RecoveryEvent> refunded(RecoverFunds c, Context context, Asked asked, Money refund) {
        return refund.isPositive() && c.noticeId() != null
                ? Stream.of(new ContributionRefunded(
                        new EntryId(Minting.mint(context.actor().authority(), c.commandId(), "contribution refund")),
                        c.recoveryId(),
                        c.noticeId(),
                        asked.account().deployment(),
                        asked.account().stream(),
                        Amount.of(refund),
                        c.effectiveOn()))
                : Stream.empty();
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
