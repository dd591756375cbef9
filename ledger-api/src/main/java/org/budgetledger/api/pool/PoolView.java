package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * A pool. The members' equities add up to its balance, and so do its entries.
 *
 * @param members in the order they joined
 * @param authorisations those that still hold money
 */
public record PoolView(
        PoolId poolId,
        FreeText purpose,
        LocalDate openedOn,
        boolean closed,
        @Nullable LocalDate closedOn,
        @JsonProperty("balancePence") Money balance,
        @JsonProperty("authorisedPence") Money authorised,
        @JsonProperty("freePence") Money free,
        List<PoolMemberView> members,
        List<PoolAuthorisationView> authorisations,
        List<PoolEntryView> entries,
        LocalDate today,
        AsAt asAt)
        implements View {
    public PoolView {
        members = List.copyOf(members);
        authorisations = List.copyOf(authorisations);
        entries = List.copyOf(entries);
    }
}
