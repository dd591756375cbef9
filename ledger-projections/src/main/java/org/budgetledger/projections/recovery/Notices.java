package org.budgetledger.projections.recovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;

/** What was asked back, and what came of it. */
public final class Notices {
    private Notices() {}

    /** Every notice, in the order they were issued. */
    public static List<NoticeView> of(List<RecoveryEvent> events) {
        var notices = new LinkedHashMap<ItemId, NoticeView>();
        for (var event : events) {
            switch (event) {
                case RecoveryNoticeIssued e -> notices.put(e.noticeId(), issued(e));
                case FundsRecovered e
                when e.noticeId() != null ->
                    notices.computeIfPresent(
                            e.noticeId(), (_, notice) -> with(notice, e.amount().money(), Money.ZERO));
                case ContributionRefunded e ->
                    notices.computeIfPresent(
                            e.noticeId(),
                            (_, notice) -> with(notice, Money.ZERO, e.amount().money()));
                case RepresentationRecorded e -> notices.computeIfPresent(e.noticeId(), (_, notice) -> with(notice, e));
                default -> {} // nothing else is said of a notice
            }
        }
        return List.copyOf(notices.values());
    }

    /** The notices that still ask for something. */
    public static List<NoticeView> open(List<RecoveryEvent> events) {
        return of(events).stream().filter(NoticeView::open).toList();
    }

    private static NoticeView issued(RecoveryNoticeIssued e) {
        return new NoticeView(
                e.noticeId(),
                e.basis(),
                e.surplusId(),
                e.debtId(),
                e.deployment(),
                e.stream(),
                e.amount(),
                e.reason(),
                e.payer(),
                e.effectiveOn(),
                e.dueOn(),
                Money.ZERO,
                e.contributionRefund(),
                Money.ZERO,
                e.amount(),
                List.of(),
                e.amount().isPositive() || e.contributionRefund().isPositive());
    }

    private static NoticeView with(NoticeView notice, Money recovered, Money refunded) {
        var back = notice.recovered().plus(recovered);
        var given = notice.refunded().plus(refunded);
        return changed(notice, back, given, notice.representations());
    }

    private static NoticeView with(NoticeView notice, RepresentationRecorded e) {
        return changed(
                notice,
                notice.recovered(),
                notice.refunded(),
                Stream.concat(
                                notice.representations().stream(),
                                Stream.of(new NoticeView.Representation(e.representation(), e.effectiveOn())))
                        .toList());
    }

    private static NoticeView changed(
            NoticeView notice, Money recovered, Money refunded, List<NoticeView.Representation> representations) {
        return new NoticeView(
                notice.noticeId(),
                notice.basis(),
                notice.surplusId(),
                notice.debtId(),
                notice.deployment(),
                notice.stream(),
                notice.asked(),
                notice.reason(),
                notice.payer(),
                notice.issuedOn(),
                notice.dueOn(),
                recovered,
                notice.refundDue(),
                refunded,
                notice.asked().minus(recovered),
                representations,
                notice.asked().exceeds(recovered) || notice.refundDue().exceeds(refunded));
    }
}
