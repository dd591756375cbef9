package org.budgetledger.service.budget.withdrawal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.budget.withdrawal.Alternative;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.budget.withdrawal.WithdrawalStep;
import org.jspecify.annotations.Nullable;

/** How far a withdrawal has come. Each stage knows what the ones before it left behind, and nothing it cannot know. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Withdrawal.NotRaised.class, name = "NOT_RAISED"),
    @JsonSubTypes.Type(value = Withdrawal.Underway.class, name = "UNDERWAY"),
    @JsonSubTypes.Type(value = Withdrawal.UnderNotice.class, name = "UNDER_NOTICE"),
    @JsonSubTypes.Type(value = Withdrawal.Withdrawn.class, name = "WITHDRAWN")
})
public sealed interface Withdrawal {
    /** What would take the budget's place, if it has been arranged. */
    @Nullable
    Alternative alternative();

    /** No concern. */
    record NotRaised(@Nullable Alternative alternative) implements Withdrawal {}

    /**
     * On the way.
     *
     * @param last the last step taken, up to the review
     * @param on the day it was taken
     */
    record Underway(
            WithdrawalStep last,
            LocalDate on,
            ActorId raisedBy,
            @Nullable Alternative alternative) implements Withdrawal {}

    /** Notice was given. */
    record UnderNotice(
            LocalDate on,
            LocalDate lastDay,
            ActorId raisedBy,
            @Nullable Alternative alternative) implements Withdrawal {}

    /** Withdrawn. */
    record Withdrawn(LocalDate lastDay, @Nullable Alternative alternative) implements Withdrawal {}

    default Withdrawal evolve(WithdrawalEvent event) {
        return switch (event) {
            case ConcernRaised e ->
                new Underway(WithdrawalStep.RAISE_CONCERN, e.effectiveOn(), e.raisedBy(), alternative());
            case SupportOffered e -> reached(WithdrawalStep.OFFER_SUPPORT, e.effectiveOn());
            case WarningIssued e -> reached(WithdrawalStep.ISSUE_WARNING, e.effectiveOn());
            case WithdrawalReviewHeld e -> reached(WithdrawalStep.HOLD_REVIEW, e.effectiveOn());
            case WithdrawalNoticeIssued e ->
                this instanceof Underway(var _, var _, var raisedBy, var alternative)
                        ? new UnderNotice(e.effectiveOn(), e.lastDay(), raisedBy, alternative)
                        : this;
            case AlternativeArranged e -> arranged(e.alternative());
            case BudgetWithdrawn e -> new Withdrawn(e.lastDay(), e.alternative());
        };
    }

    private Withdrawal reached(WithdrawalStep step, LocalDate on) {
        return this instanceof Underway(var _, var _, var raisedBy, var alternative)
                ? new Underway(step, on, raisedBy, alternative)
                : this;
    }

    private Withdrawal arranged(Alternative arranged) {
        return switch (this) {
            case NotRaised _ -> new NotRaised(arranged);
            case Underway w -> new Underway(w.last(), w.on(), w.raisedBy(), arranged);
            case UnderNotice w -> new UnderNotice(w.on(), w.lastDay(), w.raisedBy(), arranged);
            case Withdrawn w -> w;
        };
    }
}
