package org.budgetledger.projections.withdrawal;

import java.time.LocalDate;
import org.budgetledger.api.budget.withdrawal.AlternativeArranged;
import org.budgetledger.api.budget.withdrawal.BudgetWithdrawn;
import org.budgetledger.api.budget.withdrawal.ConcernRaised;
import org.budgetledger.api.budget.withdrawal.SupportOffered;
import org.budgetledger.api.budget.withdrawal.WarningIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalEvent;
import org.budgetledger.api.budget.withdrawal.WithdrawalNoticeIssued;
import org.budgetledger.api.budget.withdrawal.WithdrawalReviewHeld;
import org.budgetledger.api.budget.withdrawal.WithdrawalStage;
import org.budgetledger.projections.facts.Facts;
import org.jspecify.annotations.Nullable;

/** How far a withdrawal has come, and the last day once notice is given. */
public record WithdrawalStanding(
        WithdrawalStage stage, @Nullable LocalDate lastDay) {
    private static final WithdrawalStanding NOT_RAISED = new WithdrawalStanding(WithdrawalStage.NOT_RAISED, null);

    public static WithdrawalStanding of(Facts facts) {
        var standing = NOT_RAISED;
        for (var event : facts.of(WithdrawalEvent.class)) {
            standing = switch (event) {
                case ConcernRaised _ -> new WithdrawalStanding(WithdrawalStage.CONCERN_RAISED, null);
                case SupportOffered _ -> new WithdrawalStanding(WithdrawalStage.SUPPORT_OFFERED, null);
                case WarningIssued _ -> new WithdrawalStanding(WithdrawalStage.WARNED, null);
                case WithdrawalReviewHeld _ -> new WithdrawalStanding(WithdrawalStage.REVIEWED, null);
                case WithdrawalNoticeIssued e -> new WithdrawalStanding(WithdrawalStage.UNDER_NOTICE, e.lastDay());
                case AlternativeArranged _ -> standing;
                case BudgetWithdrawn e -> new WithdrawalStanding(WithdrawalStage.WITHDRAWN, e.lastDay());
            };
        }
        return standing;
    }
}
