package org.budgetledger.api.budget.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/**
 * What was asked back on one budget and what came of it, each in the order it was recorded.
 *
 * @param recovered what went back to the authority, from the accounts and from elsewhere
 * @param refunded what of surpluses went back to the person
 * @param writtenOff what was given up
 * @param asked what notices still ask
 * @param debts what is owed, whether it was asked back or not
 */
public record RecoveriesView(
        BudgetId budgetId,
        @JsonProperty("recoveredPence") Money recovered,
        @JsonProperty("refundedPence") Money refunded,
        @JsonProperty("writtenOffPence") Money writtenOff,
        @JsonProperty("askedPence") Money asked,
        @JsonProperty("debtsPence") Money debts,
        List<SurplusIdentified> surpluses,
        List<NoticeView> notices,
        List<FundsRecovered> recoveries,
        List<ContributionRefunded> refunds,
        List<DebtWrittenOff> writeOffs,
        List<DebtView> debtItems,
        LocalDate today,
        AsAt asAt)
        implements View {
    public RecoveriesView {
        surpluses = List.copyOf(surpluses);
        notices = List.copyOf(notices);
        recoveries = List.copyOf(recoveries);
        refunds = List.copyOf(refunds);
        writeOffs = List.copyOf(writeOffs);
        debtItems = List.copyOf(debtItems);
    }
}
