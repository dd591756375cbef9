package org.budgetledger.service.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** The scenarios of a folder, one test each. {@code -Dscenarios.dir=…} names another folder than the book's own. */
public final class ScenarioBook {
    static final String FOLDER = "scenarios.dir";

    private ScenarioBook() {}

    /** The tests, to be returned by a test factory. A file that cannot be read as a scenario is a test that fails. */
    public static Stream<DynamicTest> on(ScenarioHost host) {
        return in(folder(System.getProperty(FOLDER)), host);
    }

    /** Some tests of the book, by the names of their files. */
    public static Stream<DynamicTest> on(ScenarioHost host, Set<String> files) {
        return in(folder(null), host).filter(test -> files.contains(test.getDisplayName()));
    }

    static Stream<DynamicTest> in(Path folder, ScenarioHost host) {
        return files(folder)
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> run(file, host)));
    }

    private static void run(Path file, ScenarioHost host) throws IOException {
        try (var runner = new ScenarioRunner(host, ScenarioRunner.PATIENCE)) {
            runner.run(ScenarioReader.read(file.getFileName().toString(), Files.readString(file)));
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.list(folder)) {
            var files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ScenarioFault(folder.toString(), "there are no scenarios (*.yaml) here");
            }
            return files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    /** A relative folder may be given from the module, where tests run, or from the root, where Maven is called. */
    private static Path folder(@Nullable String named) {
        if (named == null || named.isBlank()) {
            try {
                return Path.of(Objects.requireNonNull(ScenarioBook.class.getResource("/scenarios"), "the book")
                        .toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return Stream.of(Path.of(named), Path.of("..").resolve(named))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new ScenarioFault(FOLDER, "there is no folder " + named));
    }
}
