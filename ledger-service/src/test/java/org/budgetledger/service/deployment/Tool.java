package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine that a test may find there or not. */
record Tool(String name) {
    private static final int LONGEST_SECONDS = 60;

    /** Whether it is on the path. */
    boolean isHere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** What it printed, once it has ended well. */
    String run(String... arguments) throws IOException, InterruptedException {
        var printed = Files.createTempFile(name, ".txt");
        try {
            var command = new ArrayList<>(List.of(name));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            try {
                assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                        .as("%s has ended", command)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            var output = Files.readString(printed, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
            return output;
        } finally {
            Files.delete(printed);
        }
    }
}
