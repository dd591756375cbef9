package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.jspecify.annotations.Nullable;

/** R26: what one budget's stream said at some versions of it, kept to be asked again when more has happened. */
final class AsKnownBefore {
    /** What was said at a version about a year of days. */
    private record Said(int version, Dues dues, List<EntitlementLine> lines) {}

    private static final LocalDate FROM = LocalDate.of(2025, 4, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    /** Every so many events something is kept. */
    private static final int BETWEEN = 7;

    private final List<BudgetEvent> events = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Dues dues = Dues.NONE;

    void append(BudgetEvent event) {
        events.add(event);
        dues = dues.evolve(event);
        if (events.size() % BETWEEN == 0) {
            said.add(new Said(events.size(), dues, dues.book().lines(FROM, TO)));
        }
    }

    /** The first version of which another thing is said by now; none where all is as it was. */
    @Nullable
    String changed() {
        for (var each : said) {
            var now = Dues.of(events.subList(0, each.version()));
            if (!now.equals(each.dues()) || !now.book().lines(FROM, TO).equals(each.lines())) {
                return "version " + each.version() + " said " + each + ", and now says " + now;
            }
        }
        return null;
    }
}
