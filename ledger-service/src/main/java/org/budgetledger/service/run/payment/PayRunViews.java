package org.budgetledger.service.run.payment;

import java.util.List;
import java.util.Map;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunFigures;
import org.springframework.stereotype.Component;

/** Makes a pay run's view of what its tables add up to. */
@Component
public class PayRunViews {
    private final RunFigures figures;

    public PayRunViews(RunFigures figures) {
        this.figures = figures;
    }

    PayRunView of(Run run) {
        var terms = run.terms(PayRunTerms.class);
        var states = figures.states(run.id());
        var done = count(states, ItemState.DONE);
        var payable = count(states, ItemState.READY) + done + count(states, ItemState.REFUSED);
        return new PayRunView(
                run.id(),
                terms.periodFrom(),
                terms.withArrears(),
                terms.netOverpayments(),
                terms.payDay(),
                state(run),
                run.askedBy().id(),
                run.askedAt(),
                run.carriedOutById(),
                run.carriedOutOn(),
                new PayRunView.Progress(
                        run.budgets(),
                        run.budgets() - count(states, ItemState.WAITING),
                        payable,
                        done + count(states, ItemState.REFUSED)),
                total(payable, figures.previewed(run.id())),
                total(done, figures.carriedOut(run.id())),
                reasons(run, ItemState.NOT_READY),
                reasons(run, ItemState.REFUSED));
    }

    private static long count(Map<ItemState, Long> states, ItemState state) {
        return states.getOrDefault(state, 0L);
    }

    private static PayRunView.State state(Run run) {
        return switch (run.state()) {
            case PREVIEWING -> PayRunView.State.PREVIEWING;
            case PREVIEWED -> PayRunView.State.PREVIEWED;
            case CARRYING_OUT -> PayRunView.State.RELEASING;
            case CARRIED_OUT -> PayRunView.State.RELEASED;
        };
    }

    private static PayRunView.Total total(long payments, Map<String, Long> sums) {
        var streams = sums.entrySet().stream()
                .map(sum -> new PayRunView.OfStream(FundingStream.valueOf(sum.getKey()), Money.ofPence(sum.getValue())))
                .toList();
        return new PayRunView.Total(
                payments, streams.stream().map(PayRunView.OfStream::total).reduce(Money.ZERO, Money::plus), streams);
    }

    private List<PayRunView.Count> reasons(Run run, ItemState state) {
        return figures.reasons(run.id(), state).stream()
                .map(reason -> new PayRunView.Count(reason.code(), reason.items()))
                .toList();
    }
}
