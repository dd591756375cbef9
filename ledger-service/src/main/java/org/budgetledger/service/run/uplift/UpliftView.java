package org.budgetledger.service.run.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * An uplift as it stands.
 *
 * @param previewed what the preview found would change, whatever became of it
 * @param applied what was changed
 * @param notPossible how many rates the preview found could not be changed, by reason
 * @param notChanged how many that it had found possible were refused in the end, by reason
 */
public record UpliftView(
        ItemId upliftId,
        LocalDate effectiveFrom,
        FreeText reason,
        State state,
        ActorId askedBy,
        Instant askedAt,
        @Nullable ActorId appliedBy,
        Progress progress,
        Total previewed,
        Total applied,
        List<Count> notPossible,
        List<Count> notChanged) {
    public UpliftView {
        notPossible = List.copyOf(notPossible);
        notChanged = List.copyOf(notChanged);
    }

    /** How far it is. */
    public enum State {
        PREVIEWING,
        PREVIEWED,
        APPLYING,
        APPLIED
    }

    /**
     * How much of it is done.
     *
     * @param rows how many rates there are in the file
     * @param previewed how many of them have been looked at
     * @param toChange rates that were found to change, changed ones included
     * @param settled how many of those have been changed, or refused, or were so by then
     * @param noChange rates that are so already
     */
    public record Progress(long rows, long previewed, long toChange, long settled, long noChange) {}

    /** Weekly rates before and after, and what days that were paid for already come to. */
    public record Total(
            long rates,
            @JsonProperty("oldWeeklyPence") Money oldWeekly,
            @JsonProperty("newWeeklyPence") Money newWeekly,
            @JsonProperty("changePence") Money change,
            List<OfYear> years) {
        public Total {
            years = List.copyOf(years);
        }
    }

    /** What is owed either way for one financial year. */
    public record OfYear(
            FinancialYear financialYear,
            @JsonProperty("arrearsPence") Money arrears,
            @JsonProperty("overpaymentsPence") Money overpayments) {}

    /** How many rates there are with one reason. */
    public record Count(String code, long rates) {}
}
