package org.budgetledger.service.run.payment;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.jspecify.annotations.Nullable;

/** Pay runs of an authority, the latest first. */
public record PayRunPage(List<PayRunView> payRuns, @Nullable Cursor next) {
    public PayRunPage {
        payRuns = List.copyOf(payRuns);
    }
}
