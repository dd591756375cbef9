package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;

/**
 * What the rules say of one command: every refusal that applies, or, where none does, what must have happened. The rules do
 * not say which of two refusals comes first, so either will do.
 */
final class Answer {
    /** The day on which the command is recorded. */
    final LocalDate today;

    private final Set<Why> refusals = new LinkedHashSet<>();
    private final List<Happening> happenings = new ArrayList<>();

    Answer(LocalDate today) {
        this.today = today;
    }

    void refuseIf(boolean applies, String code) {
        refuseIf(applies, new Why(code));
    }

    void refuseIf(boolean applies, Why why) {
        if (applies) {
            refusals.add(why);
        }
    }

    boolean refused() {
        return !refusals.isEmpty();
    }

    void happened(StreamId stream, LedgerEvent event) {
        happenings.add(new Happening(stream, event));
    }

    Set<Why> refusals() {
        return refusals;
    }

    List<Happening> happenings() {
        return happenings;
    }

    @Override
    public String toString() {
        return refused() ? "refused " + refusals : "accepted " + happenings;
    }
}
