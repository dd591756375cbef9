package org.budgetledger.service.sample;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was done and says so, one line for each tenth of the way. */
final class Progress {
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final Instant startedAt;
    private final int all;
    private final Map<String, Integer> done = new TreeMap<>();
    private int sent;
    private int news;

    Progress(PrintStream out, Instant startedAt, int all) {
        this.out = out;
        this.startedAt = startedAt;
        this.all = all;
    }

    /** Counts one answer; it is news when it was recorded since the start, and else was given before. */
    synchronized void count(String type, Instant recordedAt) {
        done.merge(type, 1, Integer::sum);
        news += recordedAt.isBefore(startedAt) ? 0 : 1;
        sent++;
        if (sent * TENTHS / all > (sent - 1) * TENTHS / all) {
            out.printf("%4d %%  %,d of %,d requests%n", sent * TENTHS / all * TENTHS, sent, all);
        }
    }

    synchronized void summarise() {
        if (news == 0) {
            out.printf("Nothing new: all %,d requests had been done before.%n", all);
            return;
        }
        if (news < all) {
            out.printf("%,d requests were new; %,d had been done before. All of them:%n", news, all - news);
        } else {
            out.printf("%,d requests, all new:%n", all);
        }
        done.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(kind -> out.printf("%8d  %s%n", kind.getValue(), kind.getKey()));
    }
}
