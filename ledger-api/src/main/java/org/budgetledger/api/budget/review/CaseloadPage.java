package org.budgetledger.api.budget.review;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/** A page of a caseload. */
public record CaseloadPage(
        List<CaseloadLine> lines, @Nullable Cursor next) implements View {
    public CaseloadPage {
        lines = List.copyOf(lines);
    }
}
