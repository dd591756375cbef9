package org.budgetledger.service.run.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.payment.PaymentItem;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.ItemTables;
import org.budgetledger.service.run.Runs;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;

/** Payments of a pay run, a line for each deployment; a budget that nobody can be paid for is one line. */
public record PayRunPayments(
        ItemId payRunId, List<Line> payments, @Nullable Cursor next) {
    public PayRunPayments {
        payments = List.copyOf(payments);
    }

    /**
     * One payment.
     *
     * @param deployment none where nobody in the budget can be paid
     * @param code why not, for programs
     * @param sentence why not, for people
     * @param paymentId once it is released
     * @param previewed what the preview said it comes to
     * @param released what it came to
     * @param items what it is made of: as it was released, or until then as it was previewed
     */
    public record Line(
            BudgetId budgetId,
            @Nullable DeploymentId deployment,
            PaymentStatus status,
            @Nullable String code,
            @Nullable String sentence,
            @Nullable EntryId paymentId,
            @JsonProperty("previewedPence") @Nullable Money previewed,
            @JsonProperty("releasedPence") @Nullable Money released,
            List<PaymentItem> items) {
        public Line {
            items = List.copyOf(items);
        }

        static Line of(ItemTables.Line line) {
            var preview = detail(line.preview());
            var result = detail(line.result());
            var shown = result == null ? preview : result;
            return new Line(
                    line.item().budgetId(),
                    line.item().subject().isEmpty()
                            ? null
                            : new DeploymentId(line.item().subject()),
                    PaymentStatus.of(line.state()),
                    line.code(),
                    line.sentence(),
                    result == null ? null : result.paymentId(),
                    preview == null ? null : sum(line.previewed().values()),
                    line.state() == ItemState.DONE ? sum(line.carriedOut().values()) : null,
                    shown == null ? List.of() : shown.items());
        }

        private static @Nullable PaymentDetail detail(@Nullable String json) {
            return json == null ? null : LedgerJson.read(json, PaymentDetail.class);
        }

        private static Money sum(Iterable<Long> pence) {
            var sum = Money.ZERO;
            for (var part : pence) {
                sum = sum.plus(Money.ofPence(part));
            }
            return sum;
        }
    }

    static PayRunPayments of(ItemId run, Runs.Part<ItemTables.Line> part) {
        return new PayRunPayments(run, part.lines().stream().map(Line::of).toList(), part.next());
    }
}
