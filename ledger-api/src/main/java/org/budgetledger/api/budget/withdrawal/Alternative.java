package org.budgetledger.api.budget.withdrawal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FreeText;
import org.jspecify.annotations.Nullable;

/** What takes a withdrawn budget's place: the duty to meet needs goes on (R21). */
public record Alternative(
        Kind kind,
        LocalDate startsOn,
        @JsonProperty("weeklyPence") @Nullable Amount weekly,
        FreeText description) {
    public enum Kind {
        /** Support arranged some other way, from {@code startsOn}. */
        ARRANGED,
        /** A decision, dated {@code startsOn}, that there is no eligible need. */
        NO_ELIGIBLE_NEED
    }
}
