package org.budgetledger.api.budget.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.control.ApprovalRule;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.jspecify.annotations.Nullable;

/**
 * One trust: {@code left = moneyIn − spent − movedOut}.
 *
 * @param putRightBy the last day to put a shortage of trustees right; none when there are enough
 * @param shortageOverdueFrom the day from which a shortage is overdue (R17)
 * @param spent less refunds
 * @param movedOut into pools, less what came back, and to other accounts
 * @param debts what the trust owes, and why
 * @param notices those that still ask for something, and not before when
 * @param arrears what is owed to the trust
 * @param whatToSend what the trust is asked to send; normally nothing
 */
public record TrustStanding(
        DeploymentId deployment,
        PersonRef holder,
        @Nullable FreeText purpose,
        @Nullable FreeText accountability,
        List<PersonRef> trustees,
        @Nullable Integer quorum,
        @Nullable LocalDate putRightBy,
        @Nullable LocalDate shortageOverdueFrom,
        boolean shortageOverdue,
        boolean agreementInForce,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate lapsesOn,
        @Nullable ApprovalRule approvalRule,
        @JsonProperty("moneyInPence") Money moneyIn,
        @JsonProperty("spentPence") Money spent,
        List<SpentOnOutcome> spentByOutcome,
        @JsonProperty("movedOutPence") Money movedOut,
        @JsonProperty("setAsidePence") Money setAside,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("leftPence") Money left,
        List<OutsideApprovalRule> outsideApprovalRule,
        List<DebtView> debts,
        List<NoticeView> notices,
        List<ArrearsView> arrears,
        List<String> whatToSend) {
    public TrustStanding {
        trustees = List.copyOf(trustees);
        spentByOutcome = List.copyOf(spentByOutcome);
        outsideApprovalRule = List.copyOf(outsideApprovalRule);
        debts = List.copyOf(debts);
        notices = List.copyOf(notices);
        arrears = List.copyOf(arrears);
        whatToSend = List.copyOf(whatToSend);
    }
}
