package org.budgetledger.service.model;

import java.util.ArrayList;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.PoolAuthorisationCancelled;
import org.budgetledger.api.pool.PoolRefundReceived;
import org.budgetledger.api.pool.PoolSpendAuthorised;
import org.budgetledger.api.pool.PoolSpendRecorded;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;

/** The pool's own money: R8, R9, R13, R19. */
final class PoolAnswers {
    private PoolAnswers() {}

    static void authorise(AuthorisePoolSpend c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(play.closed(), "POOL_CLOSED");
        answer.refuseIf(play.items.contains(c.authorisationId()), "ID_IN_USE");
        var shares = play.shares(c.amount().pence());
        var shortfall = 0L;
        for (var share : shares) {
            var free =
                    Math.min(play.free(share.budgetId(), c.effectiveOn()), play.free(share.budgetId(), answer.today));
            shortfall += Math.max(0, share.share().pence() - free);
        }
        answer.refuseIf(shortfall > 0, Why.tooLittle(c.amount().pence() - shortfall, shortfall, ""));
        if (answer.refused()) {
            return;
        }
        answer.happened(
                pool.id,
                new PoolSpendAuthorised(
                        c.authorisationId(), c.amount(), shares, c.effectiveOn(), c.lapsesOn(), c.purpose()));
        pool.steps.add(new PoolStep.Authorised(c.authorisationId(), c.amount().pence(), c.lapsesOn()));
    }

    static void cancel(CancelPoolAuthorisation c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(!play.items.contains(c.authorisationId()), "UNKNOWN_ITEM");
        answer.refuseIf(
                play.items.contains(c.authorisationId()) && !play.stands(c.authorisationId(), c.effectiveOn()),
                "ALREADY_DONE");
        if (answer.refused()) {
            return;
        }
        answer.happened(pool.id, new PoolAuthorisationCancelled(c.authorisationId(), c.reason(), c.effectiveOn()));
        pool.steps.add(new PoolStep.Cancelled(c.authorisationId()));
    }

    static void spend(RecordPoolSpend c, ModelPool pool, Answer answer) {
        var play = pool.play();
        answer.refuseIf(play.entries.contains(c.spendId()), "ID_IN_USE");
        answer.refuseIf(c.authorisationId() != null && !play.items.contains(c.authorisationId()), "UNKNOWN_ITEM");
        if (answer.refused()) {
            return;
        }
        var shares = play.shares(c.amount().pence());
        var step = new PoolStep.Spent(c.spendId(), c.amount().pence(), c.authorisationId());
        play.step(step);
        var flags = new ArrayList<SpendFlag>();
        if (play.balance() < 0) {
            flags.add(SpendFlag.OVERDRAWN);
        } else if (play.present.stream().anyMatch(member -> play.equity(member) < 0)) {
            flags.add(SpendFlag.RING_FENCE);
        }
        if (play.closedOn != null && c.effectiveOn().isAfter(play.closedOn)) {
            flags.add(SpendFlag.AFTER_END);
        }
        answer.happened(
                pool.id,
                new PoolSpendRecorded(
                        c.spendId(),
                        c.amount(),
                        shares,
                        c.evidence(),
                        c.authorisationId(),
                        c.description(),
                        flags,
                        c.effectiveOn()));
        pool.steps.add(step);
    }

    static void refund(RecordPoolRefund c, ModelPool pool, Answer answer) {
        var play = pool.play();
        var left = play.spends.get(c.spendId());
        answer.refuseIf(play.entries.contains(c.refundId()), "ID_IN_USE");
        answer.refuseIf(left == null, "UNKNOWN_ENTRY");
        if (left != null) {
            answer.refuseIf(c.amount().pence() > left, new Why("REFUND_EXCEEDS_SPEND", "left " + left));
        }
        if (answer.refused()) {
            return;
        }
        answer.happened(
                pool.id,
                new PoolRefundReceived(
                        c.refundId(),
                        c.spendId(),
                        c.amount(),
                        play.shares(c.amount().pence()),
                        c.evidence(),
                        c.effectiveOn()));
        pool.steps.add(
                new PoolStep.Refunded(c.refundId(), c.spendId(), c.amount().pence()));
    }
}
