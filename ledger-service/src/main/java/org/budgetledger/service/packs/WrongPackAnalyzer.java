package org.budgetledger.service.packs;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the ledger did not start, rather than where in its insides it noticed. */
public final class WrongPackAnalyzer extends AbstractFailureAnalyzer<WrongPack> {
    @Override
    protected FailureAnalysis analyze(Throwable root, WrongPack cause) {
        return new FailureAnalysis(
                "A policy pack is wrong.\n\n    file:   " + cause.file() + "\n    line:   " + cause.line()
                        + "\n    reason: " + cause.reason(),
                "Correct the pack, or take it away, and start again. Nothing has been stored.",
                cause);
    }
}
