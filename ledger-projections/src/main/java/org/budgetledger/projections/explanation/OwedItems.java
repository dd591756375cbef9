package org.budgetledger.projections.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.payment.PaymentFailed;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.recovery.DebtWrittenOff;
import org.budgetledger.api.budget.recovery.FundsRecovered;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.projections.facts.EntryDay;
import org.budgetledger.projections.facts.KnownFact;
import org.budgetledger.projections.words.InWords;

/** What is owed, event by event: each part is by how much an event changed an item that is still outstanding. */
final class OwedItems {
    private OwedItems() {}

    static List<ExplainedItem> of(Asked asked, Predicate<Owed.Kind> kinds) {
        var cut = asked.book().cut();
        var changes = new HashMap<ItemId, List<ExplainedItem>>();
        var owed = Owed.NONE;
        for (var known : asked.book().facts().all()) {
            if (!EntryDay.of(known.event()).map(cut::leavesOut).orElse(false)) {
                var after = owed.evolve(known.event());
                changed(owed, after, known, asked.day(), changes);
                owed = after;
            }
        }
        return owed.outstanding().stream()
                .filter(item ->
                        kinds.test(item.kind()) && asked.about(new AccountKey(item.deployment(), item.stream())))
                .flatMap(item -> changes.getOrDefault(item.id(), List.of()).stream())
                .toList();
    }

    private static void changed(
            Owed before, Owed after, KnownFact known, LocalDate day, Map<ItemId, List<ExplainedItem>> changes) {
        for (var item : after.items()) {
            var more = item.outstanding()
                    .minus(before.find(item.id()).map(Owed.Item::outstanding).orElse(Money.ZERO));
            if (!more.isZero()) {
                changes.computeIfAbsent(item.id(), _ -> new ArrayList<>())
                        .add(new ExplainedItem(
                                known.version(),
                                type(known.event()),
                                InWords.of(known.event()),
                                item.deployment(),
                                item.stream(),
                                EntryDay.of(known.event()).orElse(day),
                                more));
            }
        }
        // A spend that was accepted after all is owed no longer; disallowed once more, it is owed anew.
        before.items().stream()
                .map(Owed.Item::id)
                .filter(id -> after.find(id).isEmpty())
                .forEach(changes::remove);
    }

    private static ExplainedItem.Type type(BudgetEvent event) {
        return switch (event) {
            case ArrearsIdentified _ -> ExplainedItem.Type.ARREARS_IDENTIFIED;
            case OverpaymentIdentified _ -> ExplainedItem.Type.OVERPAYMENT_IDENTIFIED;
            case SpendDisallowed _ -> ExplainedItem.Type.SPEND_DISALLOWED;
            case SpendAccepted _ -> ExplainedItem.Type.SPEND_ACCEPTED;
            case PaymentReleased _ -> ExplainedItem.Type.SETTLED_BY_PAYMENT;
            case PaymentFailed _ -> ExplainedItem.Type.REOPENED;
            case FundsRecovered _ -> ExplainedItem.Type.RECOVERED;
            case DebtWrittenOff _ -> ExplainedItem.Type.WRITTEN_OFF;
            default ->
                throw new IllegalArgumentException(event.getClass().getSimpleName() + " must not change what is owed");
        };
    }
}
