package org.budgetledger.service.moving;

import java.io.PrintStream;
import java.time.Duration;

/** Tells whoever waits what is being done and how far it has got. */
final class Progress {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private String doing = "";
    private long events;
    private long startedAt;
    private long toldAt;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Begins with something that is done with one event after another. */
    void begin(String what) {
        doing = what;
        events = 0;
        startedAt = System.nanoTime();
        toldAt = startedAt;
    }

    void count() {
        events++;
        var now = System.nanoTime();
        if (now - toldAt >= EVERY.toNanos()) {
            toldAt = now;
            out.printf("%s: %,d events, %,d a second.%n", doing, events, aSecond(now));
        }
    }

    /** Says how many events there were. */
    void end() {
        var now = System.nanoTime();
        out.printf("%s: %,d events in %.1f s.%n", doing, events, (now - startedAt) / 1e9);
    }

    void say(String sentence) {
        out.println(sentence);
    }

    private long aSecond(long now) {
        return Math.round(events / Math.max(1e-9, (now - startedAt) / 1e9));
    }
}
