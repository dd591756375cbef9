package org.budgetledger.service.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A PostgreSQL as durable as a server's, outside of the ledger's processes, so that it outlives them and can be killed itself. It
 * keeps its port and its data through every restart.
 */
public final class DatabaseProcess implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Path data;
    private final Path log;
    private final EmbeddedPostgres first;

    private DatabaseProcess(Path data, Path log, EmbeddedPostgres first) {
        this.data = data;
        this.log = log;
        this.first = first;
    }

    /** Makes a database in a folder and starts it. */
    public static DatabaseProcess start(Path folder) {
        var data = folder.resolve("postgresql");
        var log = folder.resolve("postgresql.log");
        try {
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var database = new DatabaseProcess(
                    data,
                    log,
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(
                                    folder.resolve("binaries").toFile())
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setLocaleConfig("encoding", "UTF8")
                            .setPGStartupWait(STARTS_WITHIN)
                            .setOutputRedirector(output)
                            .setErrorRedirector(output)
                            // Those who made the binaries had throw-away tests in mind.
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("shared_buffers", "128MB")
                            .start());
            database.requireDurable();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return first.getJdbcUrl(user(), user());
    }

    public String user() {
        return "postgres";
    }

    /** A connection of the caller's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Kills the server as {@code kill -9} does. It stays away until {@link #startAgain}. */
    public void kill() {
        if (!Postmaster.kill(data)) {
            throw new IllegalStateException("no PostgreSQL runs on " + data);
        }
    }

    /** Starts the killed server as it was started before, and tells how long its recovery took. */
    public Duration startAgain() {
        var since = Instant.now();
        control("restart");
        awaitReady();
        return Duration.between(since, Instant.now());
    }

    /**
     * Kills one backend that serves a connection, as {@code kill -9} does, after which the server throws everyone out and recovers.
     *
     * @return how long nobody could connect
     */
    public Duration killBackend(RandomGenerator random) {
        var since = Instant.now();
        var serving = serving();
        if (serving.isEmpty()) {
            throw new IllegalStateException("nobody is connected");
        }
        serving.get(random.nextInt(serving.size())).destroyForcibly();
        awaitReady();
        return Duration.between(since, Instant.now());
    }

    @Override
    public void close() {
        try {
            first.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessHandle> serving() {
        var pids = new ArrayList<Long>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pid FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postmaster.backends(data).stream()
                .filter(backend -> pids.contains(backend.pid()))
                .toList();
    }

    private void requireDurable() {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (var connection = connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SHOW " + setting)) {
                rows.next();
                if (!rows.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void awaitReady() {
        var until = Instant.now().plus(STARTS_WITHIN);
        while (!answers()) {
            if (until.isBefore(Instant.now())) {
                throw new IllegalStateException("PostgreSQL does not answer; its log is " + log.toAbsolutePath());
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whether it takes connections. */
    public boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is asked of {@code pg_ctl}; "restart" takes the options of the last start. */
    private void control(String what) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root; within a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                binaries().resolve("pg_ctl").toString(), "-D", data.toString(), "-l", log.toString(), "-w", what));
        try {
            var running = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!running.waitFor(STARTS_WITHIN.toMillis(), TimeUnit.MILLISECONDS) || running.exitValue() != 0) {
                throw new IllegalStateException("pg_ctl " + what + " failed; its log is " + log.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the server that ran here came from. */
    private Path binaries() {
        try {
            var lastStart = Files.readString(data.resolve("postmaster.opts"));
            return Path.of(lastStart.substring(0, lastStart.indexOf(' ')))
                    .toAbsolutePath()
                    .resolveSibling("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
