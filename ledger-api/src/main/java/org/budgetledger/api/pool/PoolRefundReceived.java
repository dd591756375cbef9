package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;

/** Money came back to the pool; {@code shares} say to whom. */
public record PoolRefundReceived(
        EntryId refundId,
        EntryId spendId,
        @JsonProperty("amountPence") Amount amount,
        List<MemberShare> shares,
        Evidence evidence,
        LocalDate effectiveOn)
        implements PoolEvent {
    public PoolRefundReceived {
        shares = List.copyOf(shares);
    }
}
