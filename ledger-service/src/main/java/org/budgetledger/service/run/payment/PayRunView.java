package org.budgetledger.service.run.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.jspecify.annotations.Nullable;

/**
 * A pay run as it stands.
 *
 * @param payDay when it is paid; what is released later counts from that later day
 * @param previewed what the preview found payable, whatever became of it
 * @param released what was released
 * @param notPayable how many payments the preview found not to be payable, by reason
 * @param notReleased how many that it had found payable were refused in the end, by reason
 */
public record PayRunView(
        ItemId payRunId,
        LocalDate periodFrom,
        boolean withArrears,
        boolean netOverpayments,
        LocalDate payDay,
        State state,
        ActorId askedBy,
        Instant askedAt,
        @Nullable ActorId releasedBy,
        @Nullable LocalDate releasedOn,
        Progress progress,
        Total previewed,
        Total released,
        List<Count> notPayable,
        List<Count> notReleased) {
    public PayRunView {
        notPayable = List.copyOf(notPayable);
        notReleased = List.copyOf(notReleased);
    }

    /** How far it is. */
    public enum State {
        PREVIEWING,
        PREVIEWED,
        RELEASING,
        RELEASED
    }

    /**
     * How much of it is done.
     *
     * @param budgets how many there are
     * @param previewed how many of them have been looked at
     * @param payable payments that were found payable, released ones included
     * @param settled how many of those have been released, or refused
     */
    public record Progress(long budgets, long previewed, long payable, long settled) {}

    /** Payments, and what they come to. */
    public record Total(
            long payments, @JsonProperty("totalPence") Money total, List<OfStream> streams) {
        public Total {
            streams = List.copyOf(streams);
        }
    }

    /** What they come to on one stream. */
    public record OfStream(
            FundingStream stream,
            @JsonProperty("totalPence") Money total) {}

    /** How many payments there are with one reason. */
    public record Count(String code, long payments) {}
}
