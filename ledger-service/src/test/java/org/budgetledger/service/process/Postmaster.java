package org.budgetledger.service.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The PostgreSQL server that runs on a data directory, whoever started it. */
public final class Postmaster {
    /** What is left without its postmaster ends by itself as soon as it looks up; this is for one that does not. */
    private static final Duration ORPHANS_GO_WITHIN = Duration.ofSeconds(10);

    /** Where its file says what, from nought. */
    private static final int PROCESS = 0;

    private static final int PORT = 3;

    private Postmaster() {}

    /** The server's process; none where none runs. */
    public static Optional<ProcessHandle> of(Path dataDirectory) {
        return line(dataDirectory, PROCESS).flatMap(ProcessHandle::of).filter(Postmaster::isPostgres);
    }

    /** A connection to the server, wherever it listens by now. */
    public static Connection connect(Path dataDirectory) throws SQLException {
        var port = line(dataDirectory, PORT)
                .orElseThrow(() -> new IllegalStateException("no PostgreSQL runs on " + dataDirectory));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    private static Optional<Long> line(Path dataDirectory, int number) {
        try (var lines = Files.lines(dataDirectory.resolve("postmaster.pid"))) {
            return lines.skip(number)
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .map(Long::valueOf);
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
