package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.budgetledger.api.Actor;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.entitlement.SettledSum;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.plan.AgreePlan;

/** Paying a holder: R7, R15, R16. */
final class ReleaseAnswers {
    private final ReleasePayment c;
    private final ModelBudget budget;
    private final Answer answer;

    /** What each stream is paid, before anything is taken off. */
    private final Map<FundingStream, Long> paying = new EnumMap<>(FundingStream.class);

    private final Map<FundingStream, List<NaiveDue.Piece>> settling = new LinkedHashMap<>();
    private final List<PaymentItem> items = new ArrayList<>();
    private final List<OwedPart> owed = new ArrayList<>();

    private ReleaseAnswers(ReleasePayment c, ModelBudget budget, Answer answer) {
        this.c = c;
        this.budget = budget;
        this.answer = answer;
    }

    static void release(ReleasePayment c, Actor actor, ModelBudget budget, Answer answer) {
        var from = c.periodFrom();
        answer.refuseIf(budget.entryKnown(c.paymentId()), "ID_IN_USE");
        answer.refuseIf(budget.all(NotifyAllocation.class).isEmpty(), "ALLOCATION_NOT_NOTIFIED");
        answer.refuseIf(budget.all(AgreePlan.class).isEmpty(), "PLAN_NOT_AGREED");
        if (from != null) {
            answer.refuseIf(budget.book().suspended(from), "PAYMENTS_SUSPENDED");
            EndingAnswers.refuseAfterEnd(from, budget, answer);
        }
        var deployment = budget.meant(c.deployment(), answer);
        if (deployment == null) {
            return;
        }
        answer.refuseIf(budget.notional(deployment), "NOTIONAL_DEPLOYMENT");
        // Arrears are for days that an agreement was in force on; it may have ended since.
        answer.refuseIf(
                from != null && ControlAnswers.inForce(budget, deployment, from) == null, "AGREEMENT_NOT_IN_FORCE");
        answer.refuseIf(!ControlAnswers.payeeVerified(budget, deployment), "PAYEE_NOT_VERIFIED");
        var payee = ControlAnswers.payee(budget, deployment);
        answer.refuseIf(payee != null && payee.actor().id().equals(actor.id()), "SEGREGATION_OF_DUTIES");
        var release = new ReleaseAnswers(c, budget, answer);
        release.works(deployment);
        if (payee != null && !answer.refused()) {
            release.happens(deployment, (SetPayee) payee.command());
        }
    }

    private void works(DeploymentId deployment) {
        if (c.periodFrom() != null && c.periodTo() != null) {
            settle(deployment, c.periodFrom(), c.periodTo());
        }
        if (Boolean.TRUE.equals(c.withArrears())) {
            arrears(deployment);
        }
        answer.refuseIf(paying.isEmpty(), "NOTHING_DUE");
        if (c.lessOverpaymentsUpTo() != null) {
            overpayments(deployment, c.lessOverpaymentsUpTo().pence());
        }
    }

    private void settle(DeploymentId deployment, LocalDate from, LocalDate to) {
        for (var stream : FundingStream.values()) {
            var account = new AccountKey(deployment, stream);
            var due = NaiveDue.pieces(budget.book(), account, from, to);
            var given = given(stream);
            if (c.lines() == null ? NaiveDue.total(due) <= 0 : given == 0) {
                continue;
            }
            answer.refuseIf(
                    budget.spans.stream().anyMatch(span -> span.account.equals(account) && span.touches(from, to)),
                    "ALREADY_SETTLED");
            var pence = c.lines() == null ? NaiveDue.total(due) : given;
            paying.put(stream, pence);
            settling.put(stream, Settling.over(due, pence));
            itemise(account, from, to);
        }
    }

    private long given(FundingStream stream) {
        return c.lines() == null
                ? 0
                : c.lines().stream()
                        .filter(line -> line.stream() == stream)
                        .mapToLong(line -> line.amount().pence())
                        .sum();
    }

    /** Its lines, and for each piece of its days what was given beside them: so the items add up to what is paid. */
    private void itemise(AccountKey account, LocalDate from, LocalDate to) {
        var lines = NaiveDue.lines(budget.book(), account, from, to);
        for (var line : lines) {
            items.add(new PaymentItem(
                    switch (line.kind()) {
                        case RATE -> PaymentItem.Kind.RATE;
                        case ONE_OFF -> PaymentItem.Kind.ONE_OFF;
                        case CONTRIBUTION -> PaymentItem.Kind.CONTRIBUTION;
                    },
                    line.stream(),
                    line.from(),
                    line.to(),
                    line.financialYear(),
                    line.weekly() == null ? null : Money.ofPence(line.weekly()),
                    null,
                    Amount.ofPence(line.pence())));
        }
        for (var piece : Objects.requireNonNull(settling.get(account.stream()))) {
            var left = piece.pence();
            for (var line : lines) {
                left -= piece.holds(line.from()) ? line.net() : 0;
            }
            if (left != 0) {
                items.add(new PaymentItem(
                        left > 0 ? PaymentItem.Kind.MORE_THAN_DUE : PaymentItem.Kind.LESS_THAN_DUE,
                        account.stream(),
                        piece.from(),
                        piece.to(),
                        NaiveCalendar.financialYear(piece.from()),
                        null,
                        null,
                        Amount.ofPence(Math.abs(left))));
            }
        }
    }

    private void arrears(DeploymentId deployment) {
        for (var item : budget.items) {
            if (item.kind == Owed.Kind.ARREARS
                    && item.account.deployment().equals(deployment)
                    && item.outstanding > 0) {
                paying.merge(item.account.stream(), item.outstanding, Long::sum);
                settles(PaymentItem.Kind.ARREARS, item, item.outstanding);
            }
        }
    }

    /** The oldest first; R11: what one funder overpaid is not taken off what another pays. */
    private void overpayments(DeploymentId deployment, long limit) {
        var left = limit;
        for (var item : budget.items) {
            var stream = item.account.stream();
            if (item.kind == Owed.Kind.OVERPAYMENT && item.account.deployment().equals(deployment)) {
                var taken = Math.min(Math.min(item.outstanding, left), paying.getOrDefault(stream, 0L));
                if (taken > 0) {
                    left -= taken;
                    paying.merge(stream, -taken, Long::sum);
                    settles(PaymentItem.Kind.OVERPAYMENT, item, taken);
                }
            }
        }
    }

    private void settles(PaymentItem.Kind kind, ModelItem item, long pence) {
        items.add(new PaymentItem(kind, item.account.stream(), null, null, null, null, item.id, Amount.ofPence(pence)));
        owed.add(new OwedPart(item.id, Amount.ofPence(pence)));
    }

    private void happens(DeploymentId deployment, SetPayee payee) {
        var lines = new ArrayList<PaymentLine>();
        paying.forEach((stream, pence) -> {
            if (pence > 0) {
                lines.add(new PaymentLine(stream, Amount.ofPence(pence)));
            }
            budget.write(MoneyLine.Kind.PAYMENT, c.paymentId(), new AccountKey(deployment, stream), pence, null);
        });
        var settles = new ArrayList<SettledSum>();
        settling.forEach((stream, pieces) -> {
            for (var piece : pieces) {
                if (piece.pence() != 0) {
                    settles.add(new SettledSum(
                            stream, piece.from(), piece.to(), piece.period(), Money.ofPence(piece.pence())));
                }
            }
            budget.spans.add(new ModelSpan(
                    c.paymentId(),
                    new AccountKey(deployment, stream),
                    Objects.requireNonNull(c.periodFrom()),
                    Objects.requireNonNull(c.periodTo()),
                    pieces));
        });
        for (var part : owed) {
            budget.item(part.id()).outstanding -= part.amount().pence();
        }
        budget.settledBy.put(c.paymentId(), owed);
        answer.happened(
                budget.id,
                new PaymentReleased(
                        c.paymentId(),
                        deployment,
                        payee.payeeRef(),
                        c.periodFrom(),
                        c.periodTo(),
                        lines,
                        items,
                        settles,
                        owed,
                        c.payRunId(),
                        c.effectiveOn()));
    }
}
