package org.budgetledger.api.budget.recovery;

import java.util.List;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/**
 * A page of the surplus watch, in the order of budgets. A page may hold fewer lines than were asked for, or none, while there
 * is a next one: it ends where enough budgets have been looked through.
 */
public record SurplusWatchPage(
        List<SurplusWatchLine> accounts, @Nullable Cursor next) implements View {
    public SurplusWatchPage {
        accounts = List.copyOf(accounts);
    }
}
