package org.budgetledger.service.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/** Seconds of processor time that this process, with the ledger and its clients, and PostgreSQL's had taken at some time. */
record Cores(double jvm, double postgres, long at) {
    static Cores now() {
        return new Cores(
                seconds(process -> process.equals(ProcessHandle.current())),
                seconds(process -> process.info().command().orElse("").endsWith("/postgres")),
                System.nanoTime());
    }

    /** How many cores each has had since then. */
    String since() {
        var now = now();
        var elapsed = (now.at - at) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.2f cores in the JVM, %.2f in PostgreSQL",
                (now.jvm - jvm) / elapsed,
                (now.postgres - postgres) / elapsed);
    }

    private static double seconds(Predicate<ProcessHandle> which) {
        return ProcessHandle.allProcesses()
                .filter(which)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }
}
