package org.budgetledger.api.period;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/** A page of what came late for a closed period, in the order of accounting dates. */
public record LateItemPage(
        LocalDate firstDay,
        LocalDate lastDay,
        List<LateItem> items,
        @Nullable Cursor next) implements View {
    public LateItemPage {
        items = List.copyOf(items);
    }
}
