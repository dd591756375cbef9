package org.budgetledger.service.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the ledger's process, as after {@code kill -9}: it is stopped, so that a start finds its data
 * directory free and does not wait for it in vain. It lost nothing.
 */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    private Leftover() {}

    static void stop(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var firstLine =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        if (!firstLine.matches("\\d{1,10}")) {
            return;
        }
        var left = ProcessHandle.of(Long.parseLong(firstLine))
                .filter(Leftover::isPostgres)
                .filter(process -> runsOn(process, cluster));
        if (left.isEmpty()) {
            return;
        }
        LOG.info("stopping a PostgreSQL that an earlier run left behind (process {})", firstLine);
        interrupt(left.get());
        try {
            left.get().onExit().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the PostgreSQL of an earlier run (process " + firstLine + ") does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an earlier PostgreSQL stops", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("")
                .startsWith("postgres");
    }

    /** Another server may have got its number since, above all where the whole machine was started again. */
    private static boolean runsOn(ProcessHandle process, Path cluster) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                // Windows does not tell.
                .orElse(true);
    }

    /** A fast shutdown: an interrupt lets it disconnect its clients and write a checkpoint; Windows knows only the end. */
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            process.destroy();
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start();
    }
}
