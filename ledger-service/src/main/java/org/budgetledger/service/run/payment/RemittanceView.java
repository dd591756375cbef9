package org.budgetledger.service.run.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.budget.payment.PaymentLine;
import org.jspecify.annotations.Nullable;

/**
 * What one payment is made of, for whoever receives it.
 *
 * @param version of the budget's stream at which it was released
 * @param effectiveOn the day that it counts from
 * @param lines what was paid, by stream: the items add up to them
 * @param items what it is made of; none in payments from before they were itemised
 * @param arrears what of it was owed from before
 * @param overpayments what was taken off because the holder had been overpaid
 * @param failure none while it stands
 */
public record RemittanceView(
        BudgetId budgetId,
        EntryId paymentId,
        @Nullable ItemId payRunId,
        long version,
        Instant recordedAt,
        DeploymentId deployment,
        PersonRef payeeRef,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        LocalDate effectiveOn,
        List<PaymentLine> lines,
        List<PaymentItem> items,
        @JsonProperty("arrearsPence") Money arrears,
        @JsonProperty("overpaymentsPence") Money overpayments,
        @JsonProperty("totalPence") Money total,
        @Nullable Failure failure) {
    public RemittanceView {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }

    /** It did not arrive, or came back. */
    public record Failure(EntryId failureId, LocalDate effectiveOn, FreeText reason, Evidence evidence) {}
}
