package org.budgetledger.api.pool;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/** A page of pools. */
public record PoolPage(List<PoolSummary> pools, @Nullable Cursor next) implements View {
    public PoolPage {
        pools = List.copyOf(pools);
    }
}
