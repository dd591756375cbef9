package org.budgetledger.service.run.uplift;

import java.util.List;
import java.util.Map;
import org.budgetledger.api.Money;
import org.budgetledger.service.run.ItemState;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunFigures;
import org.springframework.stereotype.Component;

/** Makes an uplift's view of what its tables add up to. */
@Component
public class UpliftViews {
    private final RunFigures figures;

    public UpliftViews(RunFigures figures) {
        this.figures = figures;
    }

    UpliftView of(Run run) {
        var terms = run.terms(UpliftTerms.class);
        var states = figures.states(run.id());
        var done = states.getOrDefault(ItemState.DONE, 0L);
        var previewed = figures.previewed(run.id());
        var refused = states.getOrDefault(ItemState.REFUSED, 0L);
        var toChange = states.getOrDefault(ItemState.READY, 0L) + done + refused;
        return new UpliftView(
                run.id(),
                terms.effectiveFrom(),
                terms.reason(),
                state(run),
                run.askedBy().id(),
                run.askedAt(),
                run.carriedOutById(),
                new UpliftView.Progress(
                        run.budgets(),
                        run.budgets() - states.getOrDefault(ItemState.WAITING, 0L),
                        toChange,
                        done + refused,
                        states.getOrDefault(ItemState.UNCHANGED, 0L)),
                total(toChange, previewed),
                total(done, figures.carriedOut(run.id())),
                reasons(run, ItemState.NOT_READY),
                reasons(run, ItemState.REFUSED));
    }

    private static UpliftView.State state(Run run) {
        return switch (run.state()) {
            case PREVIEWING -> UpliftView.State.PREVIEWING;
            case PREVIEWED -> UpliftView.State.PREVIEWED;
            case CARRYING_OUT -> UpliftView.State.APPLYING;
            case CARRIED_OUT -> UpliftView.State.APPLIED;
        };
    }

    private static UpliftView.Total total(long rates, Map<String, Long> sums) {
        var was = Money.ofPence(sums.getOrDefault(RateChange.WAS, 0L));
        var now = Money.ofPence(sums.getOrDefault(RateChange.NOW, 0L));
        return new UpliftView.Total(rates, was, now, now.minus(was), RateChange.years(sums));
    }

    private List<UpliftView.Count> reasons(Run run, ItemState state) {
        return figures.reasons(run.id(), state).stream()
                .map(reason -> new UpliftView.Count(reason.code(), reason.items()))
                .toList();
    }
}
