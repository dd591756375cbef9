package org.budgetledger.service.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.budgetledger.api.CivilDates;

/**
 * Fills a running ledger with a sample council, so that there is something to look at. Everything is sent over HTTP as any
 * caller would send it, with keys of its own, so that loading it again does nothing.
 */
public final class SampleCouncil {
    /** Where the names are kept: on this machine, beside the ledger's data and not in it (R32). */
    public static final String NAMES_FILE = "northmere-names.csv";

    /** As many as keep a small machine busy. */
    private static final int SENDERS = 4;

    private static final URI HERE = URI.create("http://localhost:8080");

    private SampleCouncil() {}

    /** Loads the sample into the ledger at the address given, or at port 8080 of this machine. */
    public static void main(String[] args) {
        load(args.length == 0 ? HERE : URI.create(args[0]), System.out);
    }

    /** Loads the sample, and keeps the names beside the ledger's data directory. */
    public static void load(URI base, PrintStream out) {
        var data = Path.of(Objects.requireNonNullElse(System.getenv("LEDGER_DATA_DIR"), "data"));
        load(base, data.toAbsolutePath().resolveSibling(NAMES_FILE), out);
    }

    /**
     * Loads the sample.
     *
     * @param names the file to keep the names in
     */
    public static void load(URI base, Path names, PrintStream out) {
        try (var ledger = new Ledger(base)) {
            var sample = Northmere.made(Northmere.SEED, day(ledger));
            var startedAt = Instant.now();
            out.printf(
                    "Northmere, an invented council: %d budgets and %d pools, as of %s.%n",
                    sample.budgets().size(), sample.pools().size(), sample.today());
            var progress = new Progress(out, startedAt, (int) sample.requests().count());
            // The first budget tells which day the council was made for, so it is there before any other.
            send(sample.budgets().getFirst(), ledger, progress);
            inParallel(sample.budgets().subList(1, sample.budgets().size()), ledger, progress);
            inParallel(sample.pools(), ledger, progress);
            progress.summarise();
            keep(sample, names);
            show(sample, base, names, out);
        }
    }

    /** Today; or the day the council was made for, when it is there already, so that it is the same council again. */
    private static LocalDate day(Ledger ledger) {
        return ledger.read(Northmere.firstBudget(Northmere.SEED), Desk.AUDITOR)
                .map(budget ->
                        LocalDate.parse(budget.path("openedOn").asText()).plusDays(Northmere.FIRST_OPENED_DAYS_AGO))
                .orElseGet(() -> CivilDates.of(Instant.now()));
    }

    private static void send(Story story, Ledger ledger, Progress progress) {
        for (var request : story.requests()) {
            var answer = ledger.send(request);
            progress.count(
                    answer.path("type").asText(),
                    Instant.parse(answer.path("recordedAt").asText()));
        }
    }

    private static void inParallel(List<Story> stories, Ledger ledger, Progress progress) {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var all = stories.stream()
                    .<Future<?>>map(story -> senders.submit(() -> send(story, ledger, progress)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sample could not be loaded: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading", e);
        }
    }

    private static void keep(Sample sample, Path names) {
        var lines = sample.names().entrySet().stream()
                .map(person ->
                        person.getKey().substring(person.getKey().lastIndexOf('/') + 1) + "," + person.getValue())
                .collect(Collectors.joining("\n", "budgetId,name\n", "\n"));
        try {
            Files.writeString(names, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the names could not be kept in " + names, e);
        }
    }

    private static void show(Sample sample, URI base, Path names, PrintStream out) {
        var subjects = new HashMap<String, String>();
        sample.budgets().forEach(story -> subjects.put(story.home(), story.subject()));
        sample.pools().forEach(story -> subjects.put(story.home(), story.subject()));
        out.println("Worth a look:");
        for (var home : sample.worthALook()) {
            var name = sample.names().get(home);
            out.printf(
                    "  %s%s%n    %s%n",
                    name == null ? "" : name + ", ",
                    subjects.get(home),
                    base.resolve(name == null ? home : home + "/reviews/recipient"));
        }
        out.println("All names: " + names);
    }
}
