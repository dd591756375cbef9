package org.budgetledger.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.budgetledger.service.LedgerApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operator's scripts on a PostgreSQL server as Debian packages it: the drill (two roles, backup, disaster, restore to a moment),
 * and the rehearsal of migrations on the backup that the drill took.
 */
class DrillTest {
    private static final Path SERVERS = Path.of("/usr/lib/postgresql");
    private static final Path SCRIPTS =
            Path.of("..", "postgresql").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of("bash", "curl", "jq", "openssl");

    /** Half a minute on a quiet machine; this is when somebody has to look. */
    private static final int MINUTES_MAX = 10;

    @TempDir
    private Path kept;

    @BeforeEach
    void there_is_a_server_to_try_it_on() {
        var servers = SERVERS.toFile().list();
        assumeTrue(
                servers != null && Arrays.stream(servers).anyMatch(DrillTest::isServer),
                "the drill is not tried: there is no PostgreSQL server under " + SERVERS);
        for (var tool : TOOLS) {
            assumeTrue(isOnPath(tool), "the drill is not tried: " + tool + " is not on the path");
        }
    }

    @Test
    void a_lost_ledger_is_restored_its_migrations_are_rehearsed_and_a_spoilt_backup_is_found_out() throws Exception {
        // The server's account makes things in it, too.
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(run("drill", 0)).contains("The drill went well.");

        var backup = Arrays.stream(Objects.requireNonNull(kept.toFile().listFiles(File::isDirectory)))
                .findFirst()
                .orElseThrow()
                .toPath();
        // 4 budgets opened, allocated and spent from; a pool with 2 members, on its stream (1 + 2 × 2) and on theirs; a
        // closing.
        assertThat(run("rehearse-migration", 0, backup.toString()))
                .contains("The rehearsal went well: " + (4 * 3 + 5 + 2 + 1) + " events, as before.");

        spoil(backup.resolve("pg_xact/0000"));
        var archive = Files.createDirectory(kept.resolve("archive"));
        var restored = kept.resolve("restored");
        assertThat(run("restore", 1, backup.toString(), archive.toString(), restored.toString()))
                .contains("checksum mismatch for file \"pg_xact/0000\"");
        assertThat(restored.resolve("PG_VERSION")).doesNotExist();
    }

    private static void spoil(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
    }

    /** Runs a script, with this build's ledger where it starts one, and gives what it printed. */
    private String run(String name, int expectedExit, String... arguments) throws IOException, InterruptedException {
        var printed = kept.resolve(name + ".log");
        var command = new ArrayList<String>();
        command.add(SCRIPTS.resolve(name).toString());
        command.addAll(List.of(arguments));
        if (!name.equals("restore")) {
            command.add("@" + ledgerArguments());
        }
        var starting = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        starting.environment().put("JAVA_HOME", System.getProperty("java.home"));
        starting.environment().put("LEDGER_DRILL_KEEP", kept.toString());
        var process = starting.start();
        try {
            assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES))
                    .as(Files.readString(printed))
                    .isTrue();
        } finally {
            // The script stops what it has started.
            process.destroy();
        }
        var output = Files.readString(printed);
        System.out.println(output);
        assertThat(process.exitValue()).as(output).isEqualTo(expectedExit);
        return output;
    }

    /** Surefire starts its JVM with a jar that only names the class path. */
    private Path ledgerArguments() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Files.writeString(
                kept.resolve("ledger.args"), "-cp \"" + classPath + "\"\n" + LedgerApplication.class.getName() + "\n");
    }

    private static boolean isServer(String version) {
        return Files.isExecutable(SERVERS.resolve(version).resolve("bin/postgres"));
    }

    private static boolean isOnPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
