package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.SomeIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server, a ledger on it, and the wire between them. */
final class FaultyDatabase implements AutoCloseable {
    private final Path home;
    private final SomeIssuer issuer;
    private final EmbeddedPostgres server;
    private final Wire wire;
    private final RunningLedger ledger;

    private FaultyDatabase() {
        try {
            home = Files.createDirectories(Path.of("target", "faulty").toAbsolutePath());
            issuer = new SomeIssuer(home);
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(home.resolve("server"))
                    .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        wire = new Wire(server.getPort());
        ledger = node();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stops the faulty database"));
    }

    private static final class Shared {
        private static final FaultyDatabase DATABASE = new FaultyDatabase();
    }

    /** The one that tests of this package share: each mends what it broke. */
    static FaultyDatabase shared() {
        return Shared.DATABASE;
    }

    private static final class Second {
        private static final RunningLedger NODE = shared().node();
    }

    /** A second node on the same database, by the same wire. */
    RunningLedger second() {
        return Second.NODE;
    }

    private RunningLedger node() {
        var settings = Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres",
                "spring.datasource.username",
                "postgres",
                SomeIssuer.SETTING,
                issuer.publicKey(),
                // Shorter than they are, so that these tests have less to wait for.
                "spring.datasource.hikari.connection-timeout",
                "2000",
                "spring.datasource.hikari.validation-timeout",
                "1000");
        return RunningLedger.start(settings);
    }

    Wire wire() {
        return wire;
    }

    RunningLedger ledger() {
        return ledger;
    }

    /** The database itself, whatever has become of the wire. */
    JdbcClient inside() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    LedgerClient officer() {
        return as(ledger, "ALLOCATOR");
    }

    LedgerClient as(RunningLedger node, String role) {
        try {
            return LedgerClient.withToken(node, issuer.token(role, "j.okafor"));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of the events that are stored of a budget, in their order. */
    List<String> stored(String budget) {
        return inside().sql(
                        "SELECT regexp_replace(payloadType, '^.*\\.', '') FROM DomainEventEntry WHERE aggregateIdentifier = ? ORDER BY sequenceNumber")
                .param(budget)
                .query(String.class)
                .list();
    }

    /** Waits until every projection has seen what is stored of a budget, and gives what it shows of its balance. */
    long balance(LedgerClient reader, String budget) {
        var balance = Patience.untilNotBusy(() -> reader.get("/v1/budgets/" + budget + "/balance"));
        var trail = Patience.untilNotBusy(() -> reader.get("/v1/budgets/" + budget + "/events"));
        assertThat(trail.status()).as(trail.body().toString()).isEqualTo(200);
        return balance.number("balancePence");
    }

    /** Whether the chain of a budget is whole, and how long it is. */
    void chainIsWhole(LedgerClient reader, String budget, long versions) {
        var chain = Patience.untilNotBusy(() -> reader.get("/v1/budgets/" + budget + "/chain/verification"));
        assertThat(chain.body().required("whole").asBoolean())
                .as(chain.body().toString())
                .isTrue();
        assertThat(chain.number("verifiedVersions")).isEqualTo(versions);
    }

    @Override
    public void close() {
        wire.mend();
        ledger.close();
        wire.close();
        try {
            server.close();
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
