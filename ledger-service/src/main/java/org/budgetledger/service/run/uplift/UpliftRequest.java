package org.budgetledger.service.run.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for new weekly rates over many budgets.
 *
 * @param upliftId made from the request's key when left out
 * @param effectiveFrom the first day of the new rates
 * @param reason that each person can read (R6)
 */
public record UpliftRequest(@Nullable ItemId upliftId, LocalDate effectiveFrom, FreeText reason, List<Row> rows) {
    /** Every budget of the largest council, on two streams. */
    public static final int MAX_ROWS = 50_000;

    public UpliftRequest {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw new IllegalArgumentException("rows must be 1 to " + MAX_ROWS + ", not " + rows.size());
        }
    }

    /**
     * One new rate.
     *
     * @param weekly pence a week, nothing included
     */
    public record Row(
            BudgetId budgetId,
            FundingStream stream,
            @JsonProperty("weeklyPence") Money weekly) {
        public Row {
            if (weekly.isNegative() || weekly.pence() > Amount.MAX_PENCE) {
                throw new IllegalArgumentException(
                        "weeklyPence must be from 0 to " + Amount.MAX_PENCE + ", not " + weekly.pence());
            }
        }
    }
}
