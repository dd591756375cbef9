package org.budgetledger.service.budget.recovery;

import java.util.Optional;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.recovery.ContributionRefunded;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.RecoveryNoticeIssued;
import org.budgetledger.api.budget.recovery.RepresentationRecorded;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What was asked back, and what became of it.
 *
 * @param writtenOff what was given up of each debt so far
 */
public record Recovery(
        PMap<ItemId, SurplusIdentified> surpluses, PMap<ItemId, Notice> notices, PMap<ItemId, Money> writtenOff) {
    public static final Recovery NONE = new Recovery(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /**
     * One notice.
     *
     * @param recovered what went back to the authority on it
     * @param refunded what went back to the person on it
     */
    public record Notice(RecoveryNoticeIssued issued, Money recovered, Money refunded) {
        Money asked() {
            return issued.amount().minus(recovered);
        }

        Money toRefund() {
            return issued.contributionRefund().minus(refunded);
        }

        AccountKey account() {
            return new AccountKey(issued.deployment(), issued.stream());
        }

        boolean isOpen() {
            return asked().isPositive() || toRefund().isPositive();
        }
    }

    /** An open notice that asks for the same money. */
    Optional<Notice> openOn(RecoveryNoticeIssued other) {
        return notices.values().stream()
                .filter(Notice::isOpen)
                .filter(notice -> notice.issued().basis() == other.basis()
                        && switch (other.basis()) {
                            case SURPLUS ->
                                other.surplusId() != null
                                        && other.surplusId()
                                                .equals(notice.issued().surplusId());
                            case DEBT ->
                                other.debtId() != null
                                        && other.debtId().equals(notice.issued().debtId());
                            case FINAL_ACCOUNT ->
                                notice.account().equals(new AccountKey(other.deployment(), other.stream()));
                        })
                .findFirst();
    }

    public Recovery evolve(RecoveryEvent event) {
        return switch (event) {
            case SurplusIdentified e -> new Recovery(surpluses.plus(e.surplusId(), e), notices, writtenOff);
            case RecoveryNoticeIssued e -> with(e.noticeId(), new Notice(e, Money.ZERO, Money.ZERO));
            case FundsRecovered e -> {
                var notice = e.noticeId() == null ? null : notices.get(e.noticeId());
                yield notice == null || e.noticeId() == null
                        ? this
                        : with(
                                e.noticeId(),
                                new Notice(
                                        notice.issued(),
                                        notice.recovered().plus(e.amount().money()),
                                        notice.refunded()));
            }
            case ContributionRefunded e -> {
                var notice = notices.get(e.noticeId());
                yield notice == null
                        ? this
                        : with(
                                e.noticeId(),
                                new Notice(
                                        notice.issued(),
                                        notice.recovered(),
                                        notice.refunded().plus(e.amount().money())));
            }
            case DebtWrittenOff e ->
                new Recovery(
                        surpluses,
                        notices,
                        writtenOff.plus(
                                e.debtId(),
                                writtenOff
                                        .getOrDefault(e.debtId(), Money.ZERO)
                                        .plus(e.amount().money())));
            case RepresentationRecorded _ -> this;
        };
    }

    private Recovery with(ItemId id, Notice notice) {
        return new Recovery(surpluses, notices.plus(id, notice), writtenOff);
    }
}
