package org.budgetledger.service.model;

import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Actor;
import org.budgetledger.api.Amount;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.RecoveryBasis;
import org.budgetledger.api.budget.recovery.RecoveryCommand;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.jspecify.annotations.Nullable;

/** Asking back what is a debt, taking it and giving it up: R23, R29. */
final class RecoveryAnswers {
    private static final long WRITE_OFF_LIMIT_PENCE = 50_000;

    private RecoveryAnswers() {}

    static void answer(RecoveryCommand command, Actor actor, ModelBudget budget, Answer answer) {
        switch (command) {
            case IdentifySurplus c -> SurplusAnswers.identify(c, budget, answer);
            case IssueRecoveryNotice c -> notice(c, budget, answer);
            case RecordRepresentation c -> {
                answer.refuseIf(ModelNotice.find(budget, c.noticeId()) == null, "UNKNOWN_ITEM");
                answer.happened(
                        budget.id, new RepresentationRecorded(c.noticeId(), c.representation(), c.effectiveOn()));
            }
            case RecoverFunds c -> recover(c, budget, answer);
            case WriteOffDebt c -> writeOff(c, actor, budget, answer);
        }
    }

    private static @Nullable ModelItem debt(ModelBudget budget, @Nullable ItemId id) {
        return budget.items.stream()
                .filter(item -> item.kind != Owed.Kind.ARREARS && item.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    private static void notice(IssueRecoveryNotice c, ModelBudget budget, Answer answer) {
        answer.refuseIf(ModelNotice.find(budget, c.noticeId()) != null, "ID_IN_USE");
        var debt = debt(budget, c.debtId());
        if (debt == null) {
            answer.refuseIf(true, "UNKNOWN_ITEM");
            return;
        }
        answer.refuseIf(
                budget.notices.stream().anyMatch(each -> each.debt.equals(debt.id) && each.left > 0), "ALREADY_DONE");
        answer.refuseIf(debt.outstanding <= 0, "NOTHING_LEFT");
        var amount = c.amount() == null ? debt.outstanding : c.amount().pence();
        answer.refuseIf(amount > debt.outstanding, exceeds("EXCEEDS_DEBT", debt.outstanding));
        if (answer.refused()) {
            return;
        }
        var privately = c.privateMoney() == null
                ? SurplusAnswers.privately(budget, debt.account)
                : c.privateMoney().pence();
        var dueOn = c.effectiveOn().plusDays(ModelRules.NOTICE_DAYS);
        budget.notices.add(new ModelNotice(c.noticeId(), debt.id, debt.account, dueOn, privately, amount));
        answer.happened(
                budget.id,
                new RecoveryNoticeIssued(
                        c.noticeId(),
                        RecoveryBasis.DEBT,
                        null,
                        debt.id,
                        debt.account.deployment(),
                        debt.account.stream(),
                        Money.ofPence(amount),
                        Money.ZERO,
                        Money.ofPence(privately),
                        c.reason(),
                        c.payer(),
                        dueOn,
                        c.effectiveOn()));
    }

    private static Why exceeds(String code, long available) {
        return new Why(code, "available " + available);
    }

    private static void recover(RecoverFunds c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.recoveryId()), "ID_IN_USE");
        var notice = ModelNotice.find(budget, c.noticeId());
        if (c.noticeId() == null) {
            answer.refuseIf(c.consent() == null, "NOTICE_REQUIRED");
        } else if (notice == null) {
            answer.refuseIf(true, "UNKNOWN_ITEM");
        } else {
            answer.refuseIf(
                    c.consent() == null
                            && (c.effectiveOn().isBefore(notice.dueOn) || answer.today.isBefore(notice.dueOn)),
                    new Why("NOTICE_RUNNING", "due on " + notice.dueOn));
            answer.refuseIf(notice.left == 0, "ALREADY_DONE");
        }
        var debt = debt(budget, notice == null ? c.debtId() : notice.debt);
        answer.refuseIf(debt == null, "UNKNOWN_ITEM");
        if (debt == null) {
            return;
        }
        var asked = notice == null ? debt.outstanding : Math.min(notice.left, debt.outstanding);
        var elsewhere = Boolean.TRUE.equals(c.paidFromElsewhere());
        var privately = c.privateMoney() != null
                ? c.privateMoney().pence()
                : notice == null ? SurplusAnswers.privately(budget, debt.account) : notice.privately;
        var held = Math.max(0, budget.held(debt.account) - budget.unexplained(debt.account) - privately);
        var amount = c.amount() != null ? c.amount().pence() : elsewhere ? asked : Math.min(asked, held);
        answer.refuseIf(asked <= 0, notice == null ? "NOTHING_LEFT" : "ALREADY_DONE");
        answer.refuseIf(
                asked > 0 && amount > asked, exceeds(notice == null ? "EXCEEDS_DEBT" : "EXCEEDS_NOTICE", asked));
        answer.refuseIf(!elsewhere && (amount > held || held == 0), exceeds("EXCEEDS_HELD", held));
        if (answer.refused()) {
            return;
        }
        debt.outstanding -= amount;
        if (notice != null) {
            notice.left -= amount;
        }
        budget.write(MoneyLine.Kind.RECOVERED, c.recoveryId(), debt.account, elsewhere ? 0 : -amount, null);
        answer.happened(
                budget.id,
                new FundsRecovered(
                        c.recoveryId(),
                        c.noticeId(),
                        debt.account.deployment(),
                        debt.account.stream(),
                        Amount.ofPence(amount),
                        List.of(new OwedPart(debt.id, Amount.ofPence(amount))),
                        c.consent(),
                        elsewhere,
                        c.effectiveOn()));
    }

    private static void writeOff(WriteOffDebt c, Actor actor, ModelBudget budget, Answer answer) {
        answer.refuseIf(c.requestedBy().equals(actor.id()), "SEGREGATION_OF_DUTIES");
        var debt = debt(budget, c.debtId());
        var account = debt != null
                ? debt.account
                : budget.accounts().stream()
                        .filter(each -> ModelRules.MEANS_TESTED.contains(each.stream()))
                        .filter(each -> Contributions.debtId(each).equals(c.debtId()))
                        .findFirst()
                        .orElse(null);
        if (account == null) {
            answer.refuseIf(true, "UNKNOWN_ITEM");
            return;
        }
        var outstanding = debt != null ? debt.outstanding : Contributing.arrears(budget, account, answer.today);
        var amount = c.amount() == null ? outstanding : c.amount().pence();
        answer.refuseIf(outstanding <= 0, "NOTHING_LEFT");
        answer.refuseIf(outstanding > 0 && amount > outstanding, exceeds("EXCEEDS_DEBT", outstanding));
        var limit = WRITE_OFF_LIMIT_PENCE - budget.givenUp.getOrDefault(c.debtId(), 0L);
        answer.refuseIf(amount > limit, exceeds("WRITE_OFF_LIMIT", limit));
        if (answer.refused()) {
            return;
        }
        budget.givenUp.merge(c.debtId(), amount, Long::sum);
        if (debt != null) {
            debt.outstanding -= amount;
        } else {
            budget.writtenOff.merge(account, amount, Long::sum);
        }
        answer.happened(
                budget.id,
                new DebtWrittenOff(
                        c.debtId(),
                        account.deployment(),
                        account.stream(),
                        Amount.ofPence(amount),
                        c.requestedBy(),
                        actor.id(),
                        Objects.requireNonNull(c.reason()),
                        c.effectiveOn()));
    }
}
