package org.budgetledger.service.run.payment;

import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.ItemTables;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunItem;
import org.budgetledger.service.run.RunRefusals;
import org.budgetledger.service.run.RunState;
import org.budgetledger.service.store.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases one budget of a pay run by itself: before the others, or after what stood in its way was put right. It is looked at
 * anew for that, and where the rest of the run comes to it as well, the stream answers both alike (R2).
 */
@Component
public class PayRunOfOne {
    private final PayRuns payRuns;
    private final ItemTables items;
    private final TransactionTemplate transactions;

    public PayRunOfOne(PayRuns payRuns, ItemTables items, PlatformTransactionManager transactionManager) {
        this.payRuns = payRuns;
        this.items = items;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** Releases what can be released of a budget, in the name of whoever the run is now carried out by. */
    List<ItemTables.Line> release(Run run, BudgetId budget) {
        if (run.state() == RunState.PREVIEWING) {
            throw new RefusedException(RunRefusals.notPreviewed());
        }
        var before = items.ofBudget(run.id(), budget);
        if (before.isEmpty()) {
            throw new RefusedException(Refusal.budgetNotFound(budget));
        }
        lookAgain(run, budget, before);
        items.ofBudget(run.id(), budget).stream()
                .filter(line -> line.state() == ItemState.READY)
                .forEach(line -> items.carriedOut(
                        run.id(), List.of(new ItemTables.Result(line.item(), payRuns.carryOut(run, line.item())))));
        return items.ofBudget(run.id(), budget);
    }

    private void lookAgain(Run run, BudgetId budget, List<ItemTables.Line> before) {
        var released = before.stream()
                .filter(line -> line.state() == ItemState.DONE)
                .map(ItemTables.Line::item)
                .toList();
        var done = released.stream().map(RunItem::subject).collect(Collectors.toSet());
        var first = before.getFirst().item();
        var from = 1 + released.stream().mapToInt(RunItem::part).max().orElse(-1);
        var anew = new RunItem(first.number(), from, budget, "", null);
        var outcomes = payRuns.preview(run, anew).stream()
                .filter(outcome -> !done.contains(outcome.subject()))
                .toList();
        transactions.executeWithoutResult(_ -> items.previewed(run.id(), List.of(anew), List.of(outcomes)));
    }
}
