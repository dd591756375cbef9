package org.budgetledger.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's tour, run by a shell on a fresh ledger, prints what the README says it prints. */
class TourTest {
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    /** A command of the tour and what it prints, line by line. */
    private record Step(String command, List<String> output) {}

    @Test
    void the_tour_prints_what_the_readme_says() throws IOException, InterruptedException {
        var steps = steps(Files.readString(Path.of("..", "README.md")));
        assertThat(steps).hasSizeGreaterThan(15);
        try (var ledger = RunningLedger.start()) {
            ledger.resetClock();
            var printed = run(steps, ledger.baseUri().getAuthority());
            assertThat(printed).isEqualTo(steps.stream().map(Step::output).toList());
        }
    }

    private static List<Step> steps(String readme) {
        var steps = new ArrayList<Step>();
        var blocks = CONSOLE.matcher(readme);
        while (blocks.find()) {
            for (var line : blocks.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    steps.add(new Step(line.substring(2), new ArrayList<>()));
                } else {
                    steps.getLast().output().add(line);
                }
            }
        }
        return steps;
    }

    private static List<List<String>> run(List<Step> steps, String authority) throws IOException, InterruptedException {
        var script = new StringBuilder();
        for (var step : steps) {
            script.append("echo '@@'\n")
                    .append(step.command().replace("localhost:8080", authority))
                    .append('\n');
        }
        var shell = new ProcessBuilder("bash", "-c", script.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var outputs = new ArrayList<List<String>>();
        for (var output : printed.split("@@\n", -1)) {
            outputs.add(output.lines().toList());
        }
        return outputs.subList(1, outputs.size());
    }
}
