package org.budgetledger.service.run.uplift;

import java.util.List;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.api.budget.entitlement.ArrearsIdentified;
import org.budgetledger.api.budget.entitlement.OverpaymentIdentified;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.Outcome;
import org.budgetledger.service.run.Rehearsal;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunCommands;
import org.budgetledger.service.run.RunItem;
import org.budgetledger.service.run.RunKind;
import org.budgetledger.service.run.RunWork;
import org.budgetledger.service.store.LedgerJson;
import org.springframework.stereotype.Component;

/** Changes many weekly rates from one day on, with the arrears or overpayments of days that were paid for already (R16). */
@Component
public class Uplifts implements RunWork {
    private static final String SO_ALREADY = Refusal.nothingChanges().code();

    private final Rehearsal rehearsal;
    private final RunCommands commands;

    public Uplifts(Rehearsal rehearsal, RunCommands commands) {
        this.rehearsal = rehearsal;
        this.commands = commands;
    }

    @Override
    public RunKind kind() {
        return RunKind.UPLIFT;
    }

    @Override
    public List<Outcome> preview(Run run, RunItem item) {
        var standing = rehearsal.standing(item.budgetId());
        var command = command(run, item);
        return List.of(
                switch (rehearsal.decide(command, run.actor(), standing)) {
                    case Decision.Refused<BudgetEvent>(var refusal) -> refused(item, ItemState.NOT_READY, refusal);
                    case Decision.Accepted<BudgetEvent>(var events) ->
                        changed(item, ItemState.READY, RateChange.of(events));
                });
    }

    @Override
    public Outcome carryOut(Run run, RunItem item) {
        return commands.send(
                run,
                item,
                command(run, item),
                answer -> changed(item, ItemState.DONE, RateChange.of(events(answer))),
                refusal -> refused(item, ItemState.REFUSED, refusal));
    }

    private static ReviseAllocation command(Run run, RunItem item) {
        var terms = run.terms(UpliftTerms.class);
        var id = RunCommands.idFor(run, item);
        return new ReviseAllocation(
                id,
                item.budgetId(),
                new ItemId(Minting.mint(run.authority(), id, "allocationId")),
                FundingStream.valueOf(item.subject()),
                Money.ofPence(item.asked() == null ? 0 : item.asked()),
                null,
                null,
                terms.effectiveFrom(),
                null,
                terms.reason(),
                run.id());
    }

    private static List<?> events(CommandAnswer answer) {
        return answer.events().stream()
                .map(happened -> LedgerJson.read(LedgerJson.write(happened.data()), type(happened.type())))
                .toList();
    }

    private static Class<?> type(String name) {
        return List.of(AllocationRevised.class, ArrearsIdentified.class, OverpaymentIdentified.class).stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a new rate must not lead to " + name));
    }

    private static Outcome changed(RunItem item, ItemState state, RateChange change) {
        return Outcome.of(item.subject(), state, change.figures(), change);
    }

    /** A rate that is so already is no failure: run twice, an uplift changes nothing. */
    private static Outcome refused(RunItem item, ItemState state, Refusal refusal) {
        return Outcome.refused(
                item.subject(), refusal.code().equals(SO_ALREADY) ? ItemState.UNCHANGED : state, refusal);
    }
}
