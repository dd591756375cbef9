package org.budgetledger.service.run.uplift;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.jspecify.annotations.Nullable;

/** Uplifts of an authority, the latest first. */
public record UpliftPage(List<UpliftView> uplifts, @Nullable Cursor next) {
    public UpliftPage {
        uplifts = List.copyOf(uplifts);
    }
}
