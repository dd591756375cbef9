package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is full: nothing that was acknowledged is lost, and with room on it the ledger goes on by itself. */
class FullDiskTest {
    /** A new database takes some fifty, and its log up to as much again. */
    private static final int MEGABYTES = 160;

    /** Pages and the log's segment have some room left in them; not for so many. */
    private static final int SPENDS_MAX = 5_000;

    @TempDir
    private Path home;

    @Test
    void a_full_disk_loses_nothing_and_room_on_it_is_enough_to_go_on() throws Exception {
        var folder = home.resolve("disk");
        assumeTrue(SmallDisk.possible(folder), "file systems may not be mounted here");
        var issuer = new SomeIssuer(home);
        try (var disk = new SmallDisk(folder, MEGABYTES);
                var server = new Restartable(disk.folder().resolve("server"), home.resolve("binaries"));
                var ledger = RunningLedger.start(Map.of(
                        "spring.datasource.url",
                        server.url(),
                        "spring.datasource.username",
                        "postgres",
                        SomeIssuer.SETTING,
                        issuer.publicKey()))) {
            var officer = LedgerClient.withToken(ledger, issuer.token("ALLOCATOR", "j.okafor"));
            var quiet = officer.openBudgetWith(50_000);
            var budget = officer.openBudgetWith(1_000_000);
            balance(officer, quiet, 50_000);

            disk.fill();
            var acknowledged = new LinkedHashMap<String, Long>();
            var key = UUID.randomUUID().toString();
            var answer = Spends.spend(officer, budget, key, 100);
            while (answer.status() == 201 && acknowledged.size() < SPENDS_MAX) {
                acknowledged.put(key, answer.number("version"));
                key = UUID.randomUUID().toString();
                answer = Spends.spend(officer, budget, key, 100);
            }
            busy(answer);
            busy(Spends.spend(officer, budget, UUID.randomUUID().toString(), 100));
            // What needs no room is still there, unless the log is where there was none: then PostgreSQL has gone down.
            LedgerClient.eventually(
                    () -> officer.get("/v1/budgets/" + quiet + "/balance").status() == 200 || !server.isUp());
            assertThat(officer.get("/actuator/health/liveness").status()).isEqualTo(200);

            disk.empty();
            server.startIfDown();
            var refused = key;
            var version = Patience.untilNotBusy(() -> Spends.spend(officer, budget, refused, 100))
                    .accepted()
                    .number("version");

            assertThat(version).isEqualTo(acknowledged.size() + 3);
            acknowledged.forEach((sent, stored) -> assertThat(
                            Spends.spend(officer, budget, sent, 100).accepted().number("version"))
                    .isEqualTo(stored));
            balance(officer, budget, 1_000_000 - 100 * (acknowledged.size() + 1));
            var chain = officer.get("/v1/budgets/" + budget + "/chain/verification");
            assertThat(chain.body().required("whole").asBoolean()).isTrue();
            assertThat(chain.number("verifiedVersions")).isEqualTo(version);
        }
    }

    private static void balance(LedgerClient officer, String budget, long pence) {
        assertThat(Patience.untilNotBusy(() -> officer.get("/v1/budgets/" + budget + "/balance"))
                        .number("balancePence"))
                .isEqualTo(pence);
    }

    private static void busy(LedgerClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("TRY_AGAIN");
    }

    /** A server that may go down, and comes up again where it was. */
    private static final class Restartable implements AutoCloseable {
        private final Path data;
        private final Path binaries;
        private final int port;
        private EmbeddedPostgres server;

        Restartable(Path data, Path binaries) throws IOException {
            this.data = data;
            this.binaries = binaries;
            server = builder().start();
            port = server.getPort();
        }

        private EmbeddedPostgres.Builder builder() {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("min_wal_size", "32MB")
                    .setServerConfig("max_wal_size", "48MB");
        }

        String url() {
            return server.getJdbcUrl("postgres", "postgres");
        }

        boolean isUp() {
            try (var connection = server.getPostgresDatabase().getConnection()) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        }

        void startIfDown() throws IOException {
            if (!isUp()) {
                server.close();
                server = builder().setPort(port).start();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
