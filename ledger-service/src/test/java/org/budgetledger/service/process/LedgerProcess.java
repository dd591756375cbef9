package org.budgetledger.service.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.budgetledger.service.LedgerApplication;
import org.jspecify.annotations.Nullable;

/**
 * The real application in a process of its own, which can be killed. It keeps its port, its settings and its log through every
 * restart.
 */
public final class LedgerProcess implements AutoCloseable {
    /** A start takes five seconds on a quiet machine, and much longer on one that builds other things beside. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Longer than the ledger waits for what it has begun. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(45);

    private static final Duration DIES_WITHIN = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port = FreePort.onLoopback();
    private final Path log;
    private final List<String> command;
    private final Thread atExit = new Thread(this::kill, "ends a ledger");
    private @Nullable Process process;

    /**
     * A ledger that is not running yet.
     *
     * @param folder where its log goes
     * @param jvmOptions such as its heap
     * @param settings besides its port
     */
    public LedgerProcess(String name, Path folder, List<String> jvmOptions, Map<String, String> settings) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), LedgerApplication.class.getName(), "--server.port=" + port));
        new TreeMap<>(settings).forEach((setting, value) -> command.add("--" + setting + "=" + value));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Where it answers: {@code http://127.0.0.1:port}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it and waits until it is ready. */
    public Duration start() {
        begin();
        return awaitReady();
    }

    /** Starts it without waiting. */
    public synchronized void begin() {
        if (isRunning()) {
            throw new IllegalStateException(name + " is running");
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready, and tells how long that took. Fails when it ends instead. */
    public Duration awaitReady() {
        var since = Instant.now();
        while (!isReady()) {
            if (!isRunning()) {
                throw new IllegalStateException(name + " has ended; its log is " + log.toAbsolutePath());
            }
            if (since.plus(READY_WITHIN).isBefore(Instant.now())) {
                throw new IllegalStateException(
                        name + " is not ready after " + READY_WITHIN + "; its log is " + log.toAbsolutePath());
            }
            pause();
        }
        return Duration.between(since, Instant.now());
    }

    /** Whether it takes requests. */
    public boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(baseUri().resolve("/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The number of its process. */
    public long pid() {
        return Objects.requireNonNull(running(), "it does not run").pid();
    }

    /** Kills it as {@code kill -9} does: it does not get to do anything more. */
    public void kill() {
        var killed = running();
        if (killed != null) {
            killed.destroyForcibly();
            Ending.await(List.of(killed.toHandle()), DIES_WITHIN);
        }
    }

    /** Asks it to stop, as an operator does, and waits until it has. */
    public Duration stop() {
        var since = Instant.now();
        var stopped = running();
        if (stopped != null) {
            stopped.destroy();
            Ending.await(List.of(stopped.toHandle()), STOPS_WITHIN);
        }
        return Duration.between(since, Instant.now());
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    @Override
    public String toString() {
        return name;
    }

    private synchronized @Nullable Process running() {
        return isRunning() ? process : null;
    }

    /** What the application is made of, without its tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
