package org.budgetledger.api.budget.ending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * The final account (R22): what was paid beyond the last day, what is owed, and what remains. The accounts add up to the
 * totals; those that hold no money are not among them.
 *
 * @param lastDay the last day that anything fell due on; none while the budget has not ended, and then nothing else is told
 * @param reason why it was withdrawn or closed
 * @param paidBeyond what was paid for days after the last: {@code paidBeyondLines} added up
 * @param remains public money that is neither set aside nor promised
 * @param openMatters what stands in the way of closing (R28)
 * @param canBeClosed nothing does, and it is not closed yet
 */
public record FinalAccountView(
        BudgetId budgetId,
        @Nullable LocalDate lastDay,
        @Nullable EndedBy endedBy,
        @Nullable FreeText reason,
        @JsonProperty("paidBeyondPence") Money paidBeyond,
        List<PaidBeyond> paidBeyondLines,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("privatePence") Money privateMoney,
        @JsonProperty("suspensePence") Money suspense,
        @JsonProperty("earmarkedPence") Money earmarked,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("publicPence") Money publicMoney,
        @JsonProperty("remainsPence") Money remains,
        @JsonProperty("recoveredPence") Money recovered,
        @JsonProperty("debtsPence") Money debts,
        @JsonProperty("arrearsPence") Money arrears,
        List<FinalAccountLine> accounts,
        List<EarmarkView> earmarks,
        List<AuthorisationView> authorisations,
        List<DebtView> debtItems,
        List<ArrearsView> arrearsItems,
        List<OpenMatter> openMatters,
        boolean canBeClosed,
        LocalDate today,
        AsAt asAt)
        implements View {
    public FinalAccountView {
        paidBeyondLines = List.copyOf(paidBeyondLines);
        accounts = List.copyOf(accounts);
        earmarks = List.copyOf(earmarks);
        authorisations = List.copyOf(authorisations);
        debtItems = List.copyOf(debtItems);
        arrearsItems = List.copyOf(arrearsItems);
        openMatters = List.copyOf(openMatters);
    }
}
