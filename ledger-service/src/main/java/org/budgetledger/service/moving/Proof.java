package org.budgetledger.service.moving;

import java.util.Map;

/** Reads both stores once more, side by side: every event is the same in both, and every chain at the target is whole. */
final class Proof {
    private final Store source;
    private final Store target;
    private final Progress progress;

    Proof(Store source, Store target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Stops the move where they are not the same.
     *
     * @param before the source as it was surveyed before anything was moved
     */
    void require(Survey before) {
        var survey = new Survey(Map.of());
        progress.begin(
                "Comparing both and verifying the chains in " + target.place().inWords());
        try (var here = source.read();
                var there = target.read()) {
            var moved = there.next();
            for (var event = here.next(); event != null || moved != null; event = here.next()) {
                if (event == null || moved == null) {
                    throw grown(event == null ? target : source);
                }
                requireSame(event, moved);
                survey.take(moved);
                progress.count();
                moved = there.next();
            }
        }
        survey.end();
        progress.end();
        survey.requireWhole(target.place());
        if (survey.events() != before.events() || !survey.endsAs(before)) {
            throw grown(source);
        }
    }

    private void requireSame(StoredEvent event, StoredEvent moved) {
        event.differenceFrom(moved).ifPresent(what -> {
            throw new MoveStopped(
                    "%s does not hold what %s holds: %s and %s differ in %s. Something writes to one of them."
                            .formatted(
                                    target.place().inWords(),
                                    source.place().inWords(),
                                    moved.inWords(),
                                    event.inWords(),
                                    what));
        });
    }

    private static MoveStopped grown(Store store) {
        return new MoveStopped(
                "%s has more events than when the move began: something writes to it. Stop every node, then start this again."
                        .formatted(store.place().inWords()));
    }
}
