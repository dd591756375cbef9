package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.budgetledger.service.process.DatabaseProcess;
import org.budgetledger.service.process.Postmaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier run left behind, and what only looks like it. */
class LeftoverTest {
    @TempDir
    private static Path home;

    @Test
    void only_the_postgresql_of_these_data_is_stopped_and_not_another_that_got_its_process_number() throws IOException {
        try (var database = DatabaseProcess.start(home)) {
            var server = Postmaster.of(home.resolve("postgresql")).orElseThrow();
            var other = Files.createDirectory(home.resolve("other"));
            Files.write(other.resolve("postmaster.pid"), List.of(Long.toString(server.pid())));

            Leftover.stop(other);
            assertThat(database.answers()).isTrue();

            Leftover.stop(home.resolve("postgresql"));
            assertThat(server.isAlive()).isFalse();
            assertThat(database.answers()).isFalse();

            database.startAgain();
            assertThat(database.answers()).isTrue();
        }
    }
}
