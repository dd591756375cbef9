package org.budgetledger.service.run;

import java.util.Map;
import org.budgetledger.api.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came out for an item: of its preview, or of carrying it out.
 *
 * @param subject the deployment or the stream; empty where it is about the whole budget
 * @param code of the refusal, where there is one
 * @param figures pence by name, which add up over the run
 * @param detail anything else there is to show, kept as JSON
 */
public record Outcome(
        String subject,
        ItemState state,
        @Nullable String code,
        @Nullable String sentence,
        Map<String, Long> figures,
        @Nullable Object detail) {
    public Outcome {
        figures = Map.copyOf(figures);
    }

    public static Outcome of(String subject, ItemState state, Map<String, Long> figures, @Nullable Object detail) {
        return new Outcome(subject, state, null, null, figures, detail);
    }

    public static Outcome refused(String subject, ItemState state, Refusal refusal) {
        return new Outcome(subject, state, refusal.code(), refusal.sentence(), Map.of(), null);
    }
}
