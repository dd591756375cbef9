package org.budgetledger.service.moving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a target that holds the beginning of the source's events, or none, level with the source. */
final class Copying {
    /** Each transaction costs the target a write to disk; more than these bytes at once gain nothing. */
    private static final long MAX_BYTES_PER_TRANSACTION = 1 << 20;

    private final Store source;
    private final Store target;
    private final int eventsPerTransaction;
    private final Progress progress;

    Copying(Store source, Store target, int eventsPerTransaction, Progress progress) {
        this.source = source;
        this.target = target;
        this.eventsPerTransaction = eventsPerTransaction;
        this.progress = progress;
    }

    /**
     * Compares what the target holds, event by event, and appends the rest.
     *
     * @param beforeAppending is done once, after all that is there has been found the same and before anything is added
     */
    void run(Runnable beforeAppending) {
        try (var left = source.read()) {
            var next = sameSoFar(left);
            if (next != null) {
                beforeAppending.run();
                append(next, left);
            }
        }
    }

    /** The first event that the target does not hold; none where it holds them all. */
    private @Nullable StoredEvent sameSoFar(Store.Reading left) {
        progress.begin("Comparing what " + target.place().inWords() + " holds already");
        try (var held = target.read()) {
            for (var there = held.next(); there != null; there = held.next()) {
                requireSame(left.next(), there);
                progress.count();
            }
        }
        progress.end();
        return left.next();
    }

    private void requireSame(@Nullable StoredEvent here, StoredEvent there) {
        if (here == null) {
            throw new MoveStopped("%s holds events that %s does not: the first is %s. Nothing was appended."
                    .formatted(target.place().inWords(), source.place().inWords(), there.inWords()));
        }
        here.differenceFrom(there).ifPresent(what -> {
            throw new MoveStopped(
                    "%s holds other events than %s: where it has %s, %s has %s, and they differ in %s. Nothing was appended."
                            .formatted(
                                    target.place().inWords(),
                                    source.place().inWords(),
                                    there.inWords(),
                                    source.place().inWords(),
                                    here.inWords(),
                                    what));
        });
    }

    private void append(StoredEvent first, Store.Reading left) {
        progress.begin("Appending to " + target.place().inWords());
        var batch = new ArrayList<StoredEvent>();
        var bytes = 0L;
        for (var event = first; event != null; event = left.next()) {
            batch.add(event);
            bytes += event.payload().size();
            if (batch.size() >= eventsPerTransaction || bytes >= MAX_BYTES_PER_TRANSACTION) {
                append(batch);
                bytes = 0;
            }
        }
        append(batch);
        progress.end();
    }

    private void append(List<StoredEvent> batch) {
        if (!batch.isEmpty()) {
            target.append(List.copyOf(batch));
            batch.forEach(_ -> progress.count());
            batch.clear();
        }
    }
}
