package org.budgetledger.projections.account;

import java.util.LinkedHashMap;
import java.util.List;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.RefundReceived;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.api.budget.spending.SpendRecorded;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.stream.Cut;

/** What is owed, item by item (R12). A spend that is asked about again and then accepted is owed no longer. */
final class Debts {
    private Debts() {}

    static List<DebtView> of(Facts facts, Cut cut) {
        var debts = new LinkedHashMap<EntryId, DebtView>();
        for (var event : facts.of(SpendingEvent.class)) {
            switch (event) {
                case SpendDisallowed e when cut.leavesOut(e.effectiveOn()) -> {}
                case SpendAccepted e when cut.leavesOut(e.effectiveOn()) -> {}
                case SpendDisallowed e ->
                    debts.put(
                            e.spendId(),
                            new DebtView(
                                    e.spendId(),
                                    e.deployment(),
                                    e.stream(),
                                    e.amount().money(),
                                    e.reason(),
                                    e.effectiveOn()));
                case SpendAccepted e -> debts.remove(e.spendId());
                case SpendQueried _,
                        QueryAnswered _,
                        SpendAuthorised _,
                        AuthorisationCancelled _,
                        SpendRecorded _,
                        RefundReceived _,
                        EntryReversed _ -> {}
            }
        }
        return List.copyOf(debts.values());
    }
}
