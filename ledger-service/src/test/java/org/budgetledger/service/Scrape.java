package org.budgetledger.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The figures of a running ledger as Prometheus fetches them. */
public record Scrape(List<String> lines) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:]+)(?:\\{(.*)})? (\\S+)");

    /** Fetches them. */
    public static Scrape of(RunningLedger ledger) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(ledger.baseUri() + "/actuator/prometheus"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no figures: " + answer.statusCode());
            }
            return new Scrape(
                    answer.body().lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One figure, by its name and its labels as they stand between the braces; none where it is not there. */
    public OptionalDouble figure(String name, String labels) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches()
                        && line.group(1).equals(name)
                        && Optional.ofNullable(line.group(2)).orElse("").equals(labels))
                .mapToDouble(line -> Double.parseDouble(line.group(3)))
                .findFirst();
    }

    /** The labels of every figure whose name begins so. */
    public List<String> labels(String beginning) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).startsWith(beginning))
                .map(line -> Optional.ofNullable(line.group(2)).orElse(""))
                .toList();
    }

    /** Whether there is any figure of that name. */
    public boolean has(String name) {
        return lines.stream()
                .map(LINE::matcher)
                .anyMatch(line -> line.matches() && line.group(1).equals(name));
    }
}
