package org.budgetledger.service.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL server that runs on a data directory, whoever started it. */
public final class Postmaster {
    /** What is left without its postmaster ends by itself as soon as it looks up; this is for one that does not. */
    private static final Duration ORPHANS_GO_WITHIN = Duration.ofSeconds(10);

    private Postmaster() {}

    /** The server's process; none where none runs. */
    public static Optional<ProcessHandle> of(Path dataDirectory) {
        try (var lines = Files.lines(dataDirectory.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(Postmaster::isPostgres);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Kills the server as {@code kill -9} does, and waits until its backends, which notice, have gone too: another server cannot
     * have the data before.
     *
     * @return whether there was one to kill
     */
    public static boolean kill(Path dataDirectory) {
        var server = of(dataDirectory);
        server.ifPresent(postmaster -> {
            var backends = postmaster.children().toList();
            postmaster.destroyForcibly();
            Ending.await(Stream.concat(Stream.of(postmaster), backends.stream()).toList(), ORPHANS_GO_WITHIN);
        });
        return server.isPresent();
    }

    /** The processes that serve connections, and those that work in the background. */
    static List<ProcessHandle> backends(Path dataDirectory) {
        return of(dataDirectory)
                .map(postmaster -> postmaster.children().toList())
                .orElse(List.of());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }
}
