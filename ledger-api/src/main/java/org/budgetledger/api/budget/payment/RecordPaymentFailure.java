package org.budgetledger.api.budget.payment;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Minted;

/**
 * Records that a payment failed at the bank, or was returned. Always accepted, once for a payment: {@code UNKNOWN_ENTRY}
 * where there is no such payment, {@code ALREADY_DONE} the second time. Its days may be released again; where their
 * entitlement had been adjusted since, the rest of them shows as arrears instead.
 */
public record RecordPaymentFailure(
        CommandId commandId,
        BudgetId budgetId,
        EntryId paymentId,
        @Minted EntryId failureId,
        FreeText reason,
        Evidence evidence,
        @DefaultsToToday LocalDate effectiveOn)
        implements PaymentCommand, Fact {}
