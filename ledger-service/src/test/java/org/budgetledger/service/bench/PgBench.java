package org.budgetledger.service.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, where it is installed (Debian: {@code postgresql}). */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private PgBench() {}

    static Optional<Path> find() {
        try (var versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(Path.of("/usr/bin")), versions.map(v -> v.resolve("bin")))
                    .map(folder -> folder.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Transactions a second of a script, by prepared statements. */
    static double run(Path pgbench, String jdbcUrl, String script, int clients, int seconds)
            throws IOException, InterruptedException {
        var server = URI.create(jdbcUrl.substring("jdbc:".length()));
        var file = Files.createTempFile("pgbench", ".sql");
        Files.writeString(file, script);
        var process = new ProcessBuilder(
                        pgbench.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + file,
                        "--host=" + server.getHost(),
                        "--port=" + server.getPort(),
                        "--username=postgres",
                        server.getPath().substring(1))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(file);
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench said " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
