package org.budgetledger.service.run.uplift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.service.run.ItemTables;
import org.budgetledger.service.run.Runs;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;

/** Rates of an uplift, in the order of its file. */
public record UpliftRows(
        ItemId upliftId, List<Line> rows, @Nullable Cursor next) {
    public UpliftRows {
        rows = List.copyOf(rows);
    }

    /**
     * One rate.
     *
     * @param number which row it is, the first being 1
     * @param weekly pence a week that are asked for
     * @param was pence a week before, as it was changed, or until then as it was previewed
     * @param years what days that were paid for already come to
     */
    public record Line(
            long number,
            BudgetId budgetId,
            FundingStream stream,
            @JsonProperty("weeklyPence") Money weekly,
            RateStatus status,
            @Nullable String code,
            @Nullable String sentence,
            @JsonProperty("wasPence") @Nullable Money was,
            List<UpliftView.OfYear> years) {
        public Line {
            years = List.copyOf(years);
        }

        static Line of(ItemTables.Line line) {
            var item = line.item();
            var json = line.result() == null ? line.preview() : line.result();
            var change = json == null ? null : LedgerJson.read(json, RateChange.class);
            return new Line(
                    item.number(),
                    item.budgetId(),
                    FundingStream.valueOf(item.subject()),
                    Money.ofPence(item.asked() == null ? 0 : item.asked()),
                    RateStatus.of(line.state()),
                    line.code(),
                    line.sentence(),
                    change == null ? null : change.was(),
                    change == null ? List.of() : change.years());
        }
    }

    static UpliftRows of(ItemId uplift, Runs.Part<ItemTables.Line> part) {
        return new UpliftRows(uplift, part.lines().stream().map(Line::of).toList(), part.next());
    }
}
