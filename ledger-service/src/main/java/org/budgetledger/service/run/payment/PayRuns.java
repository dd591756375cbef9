package org.budgetledger.service.run.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.budgetledger.api.Amount;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Minting;
import org.budgetledger.api.PayPeriod;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.Outcome;
import org.budgetledger.service.run.Rehearsal;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunCommands;
import org.budgetledger.service.run.RunItem;
import org.budgetledger.service.run.RunKind;
import org.budgetledger.service.run.RunRefusals;
import org.budgetledger.service.run.RunWork;
import org.budgetledger.service.run.Runs;
import org.budgetledger.service.store.LedgerJson;
import org.springframework.stereotype.Component;

/**
 * Pays a period to every deployment that holds money. The preview asks the very decider that the release will meet, with the
 * very command; the release then takes nothing from the preview but whom to pay, so that what is paid is what is due that day.
 */
@Component
public class PayRuns implements RunWork {
    private final Rehearsal rehearsal;
    private final RunCommands commands;
    private final Clock clock;

    public PayRuns(Rehearsal rehearsal, RunCommands commands, Clock clock) {
        this.rehearsal = rehearsal;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public RunKind kind() {
        return RunKind.PAY_RUN;
    }

    @Override
    public List<Outcome> preview(Run run, RunItem item) {
        var terms = run.terms(PayRunTerms.class);
        var standing = rehearsal.standing(item.budgetId());
        if (!standing.visibleTo(run.authority())) {
            return List.of(Outcome.refused("", ItemState.NOT_READY, Refusal.budgetNotFound(item.budgetId())));
        }
        var book = standing.budget().dues().book();
        var period = book.calendar().period(terms.periodFrom());
        if (!period.from().equals(terms.periodFrom())) {
            return List.of(Outcome.refused("", ItemState.NOT_READY, otherCycle(period)));
        }
        var holders = Paying.holders(book, period);
        if (holders.isEmpty()) {
            // Nobody is paid: the decider says what stands in the way of paying who manages it.
            var command = command(run, item, DeploymentId.AUTHORITY, period, period.from(), terms);
            return List.of(rehearsed("", command, run, standing));
        }
        var outcomes = new ArrayList<Outcome>();
        holders.forEach((deployment, first) -> {
            var command = command(run, item, deployment, period, first, terms);
            outcomes.add(
                    standing.budget().account().knows(command.paymentId())
                            // This run paid it and was stopped before it could note that: to be asked for again.
                            ? Outcome.of(deployment.value(), ItemState.READY, Map.of(), null)
                            : rehearsed(deployment.value(), command, run, standing));
        });
        return outcomes;
    }

    @Override
    public Outcome carryOut(Run run, RunItem item) {
        var terms = run.terms(PayRunTerms.class);
        var book = rehearsal.standing(item.budgetId()).budget().dues().book();
        var deployment = new DeploymentId(item.subject());
        var period = book.calendar().period(terms.periodFrom());
        if (!period.from().equals(terms.periodFrom())) {
            return Outcome.refused(item.subject(), ItemState.REFUSED, otherCycle(period));
        }
        var first = Paying.holders(book, period).getOrDefault(deployment, period.from());
        return commands.send(
                run,
                item,
                command(run, item, deployment, period, first, terms),
                answer -> released(item, answer),
                refusal -> Outcome.refused(item.subject(), ItemState.REFUSED, refusal));
    }

    /**
     * The command that pays one deployment. It counts from the pay day, where that is still to come: the money is with the
     * holder then, and not before. After the pay day it counts from the day that it is released on.
     */
    private ReleasePayment command(
            Run run, RunItem item, DeploymentId deployment, PayPeriod period, LocalDate first, PayRunTerms terms) {
        var id = RunCommands.idFor(
                run, new RunItem(item.number(), item.part(), item.budgetId(), deployment.value(), null));
        return new ReleasePayment(
                id,
                item.budgetId(),
                new EntryId(Minting.mint(run.authority(), id, "paymentId")),
                deployment,
                first,
                period.to(),
                null,
                terms.withArrears(),
                terms.netOverpayments() ? Amount.ofPence(Amount.MAX_PENCE) : null,
                run.id(),
                run.carriedOutOn() == null
                        ? Runs.later(terms.payDay(), CivilDates.of(clock.instant()))
                        : run.carriedOutOn());
    }

    private Outcome rehearsed(String subject, ReleasePayment command, Run run, Rehearsal.Standing standing) {
        return switch (rehearsal.decide(command, run.actor(), standing)) {
            case Decision.Refused<BudgetEvent>(var refusal) -> Outcome.refused(subject, ItemState.NOT_READY, refusal);
            case Decision.Accepted<BudgetEvent>(var events) ->
                paid(subject, ItemState.READY, (PaymentReleased) events.getFirst());
        };
    }

    private static Outcome released(RunItem item, CommandAnswer answer) {
        var payment =
                LedgerJson.read(LedgerJson.write(answer.events().getFirst().data()), PaymentReleased.class);
        return paid(item.subject(), ItemState.DONE, payment);
    }

    private static Outcome paid(String subject, ItemState state, PaymentReleased payment) {
        var figures = new LinkedHashMap<String, Long>();
        payment.lines()
                .forEach(line -> figures.put(line.stream().name(), line.amount().pence()));
        return Outcome.of(subject, state, figures, PaymentDetail.of(payment));
    }

    private static Refusal otherCycle(PayPeriod period) {
        return RunRefusals.otherCycle("This budget's pay period on that day, " + period.name() + ", is from "
                + period.from() + " to " + period.to() + ".");
    }
}
