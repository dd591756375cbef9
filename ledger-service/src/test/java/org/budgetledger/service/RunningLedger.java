package org.budgetledger.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.budgetledger.service.axonserver.TestedStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole application in this JVM, on a free port, with its embedded database in a folder of its own under {@code target/}
 * and a clock that tests set.
 */
public final class RunningLedger implements AutoCloseable {
    private static final Path HOMES = Path.of("target", "ledgers");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SettableClock clock = new SettableClock();
    private final Path home;
    private final TestedStore store;
    private Map<String, String> settings;
    private @Nullable ConfigurableApplicationContext application;

    private RunningLedger(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        try {
            Files.createDirectories(HOMES);
            home = Files.createTempDirectory(HOMES, "ledger-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = TestedStore.of(home.getFileName().toString());
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stops " + home.getFileName()));
        run();
    }

    private static final class Shared {
        private static final RunningLedger LEDGER = new RunningLedger(Map.of());
    }

    /** The one ledger that tests of this JVM share: each works on budgets of its own, and none may stop it. */
    public static RunningLedger shared() {
        return Shared.LEDGER;
    }

    /**
     * A ledger of the test's own, which it may stop, and closes when done. It is the shared one where the store takes no other:
     * then only its clock is let go in the end.
     */
    public static RunningLedger start() {
        return TestedStore.forOneLedgerAtATime() ? shared() : new RunningLedger(Map.of());
    }

    /** A ledger of the test's own with settings that differ from the default start. */
    public static RunningLedger start(Map<String, String> settings) {
        return new RunningLedger(settings);
    }

    /** Where it answers: {@code http://127.0.0.1:port}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + running().getEnvironment().getProperty("local.server.port"));
    }

    /** Where its data are, through every restart. */
    public Path home() {
        return home;
    }

    /** Stops the ledger's clock at an instant. */
    public void setClock(Instant instant) {
        clock.set(instant);
    }

    /** Lets the ledger's clock go with the machine's. */
    public void resetClock() {
        clock.set(null);
    }

    /** A fresh bearer token; those from before a restart no longer count. */
    public String token(String role, String actor, @Nullable String authority, List<String> budgets) {
        var request = new HashMap<String, Object>(Map.of("role", role, "actor", actor, "budgets", budgets));
        if (authority != null) {
            request.put("authority", authority);
        }
        return token(request);
    }

    /** A token for who operates the service, whichever authorities it serves. */
    public String operatorToken(String actor) {
        return token(Map.of("role", "AUDITOR", "actor", actor, "scope", "ledger.operate"));
    }

    private String token(Map<String, Object> request) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(baseUri() + "/local/tokens"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body()).required("token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it was started with. */
    public @Nullable String setting(String name) {
        return running().getEnvironment().getProperty(name);
    }

    /** A bean of the running application. */
    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    /** Stops the application and its database; the data stay. */
    public synchronized void stop() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    /** Stops the application if it runs, and starts it again on the data it had; the port may be another. */
    public synchronized void restart() {
        stop();
        run();
    }

    /** Stops the application if it runs, and starts it again with other settings of the test's own. */
    public synchronized void restart(Map<String, String> others) {
        stop();
        settings = Map.copyOf(others);
        run();
    }

    /** Stops the application and removes its data. */
    @Override
    public void close() {
        if (TestedStore.forOneLedgerAtATime()) {
            resetClock();
        } else {
            end();
        }
    }

    private void end() {
        stop();
        store.close();
        try (var parts = Files.list(home)) {
            // The first database's binaries are those of every other one in this JVM.
            for (var part : parts.filter(part -> !part.endsWith("binaries")).toList()) {
                FileSystemUtils.deleteRecursively(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void run() {
        // As in LedgerApplication.main: nobody is told of a start.
        System.setProperty("axoniq.update-checker.disabled", "true");
        var defaults = new HashMap<String, Object>(Map.of("server.port", "0", "ledger.data-dir", home.toString()));
        defaults.putAll(store.settings());
        defaults.putAll(settings);
        var starting = new SpringApplication(LedgerApplication.class);
        starting.setRegisterShutdownHook(false);
        starting.addInitializers(settable(() -> clock));
        application = starting.run(defaults.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private static ApplicationContextInitializer<GenericApplicationContext> settable(Supplier<Clock> clock) {
        return context ->
                context.registerBean("settableClock", Clock.class, clock, definition -> definition.setPrimary(true));
    }

    private synchronized ConfigurableApplicationContext running() {
        return Objects.requireNonNull(application, "the ledger is stopped");
    }
}
