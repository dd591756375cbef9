package org.budgetledger.service.moving;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the ledger did not start, rather than where in its insides it noticed. */
public final class EventsElsewhereAnalyzer extends AbstractFailureAnalyzer<EventsElsewhere> {
    @Override
    protected FailureAnalysis analyze(Throwable root, EventsElsewhere cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
