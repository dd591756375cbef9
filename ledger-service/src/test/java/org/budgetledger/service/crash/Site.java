package org.budgetledger.service.crash;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.process.DatabaseProcess;
import org.budgetledger.service.process.LedgerProcess;
import org.springframework.util.FileSystemUtils;

/** Nodes of the ledger and one PostgreSQL, each in a process of its own, with their logs and data under {@code target/}. */
final class Site implements AutoCloseable {
    /** Small, and quick to start rather than quick in the end. */
    static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path HOMES = Path.of("target", "sites");

    private final Path home;
    private final SomeIssuer issuer;
    private final Wire wire;
    private final DatabaseProcess database;
    private final List<LedgerProcess> nodes;

    private Site(Path home, SomeIssuer issuer, int nodes) {
        this.home = home;
        this.issuer = issuer;
        this.wire = new Wire(issuer);
        this.database = DatabaseProcess.start(home);
        this.nodes = IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> new LedgerProcess("node-" + number, home, JVM_OPTIONS, settings()))
                .toList();
    }

    /** Starts a database and nodes on it, and waits until they are ready. */
    static Site start(int nodes) {
        var home = home();
        var site = new Site(home, issuer(home), nodes);
        try {
            site.nodes.forEach(LedgerProcess::begin);
            site.nodes.forEach(LedgerProcess::awaitReady);
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** A new folder, which is kept: its logs tell what happened. */
    static Path home() {
        try {
            Files.createDirectories(HOMES);
            return Files.createTempDirectory(HOMES, "site-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An issuer whose tokens outlive every restart. */
    static SomeIssuer issuer(Path home) {
        try {
            return new SomeIssuer(home);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                SomeIssuer.SETTING,
                issuer.publicKey());
    }

    Wire wire() {
        return wire;
    }

    DatabaseProcess database() {
        return database;
    }

    List<LedgerProcess> nodes() {
        return nodes;
    }

    Store store() {
        return new Store(database::connect);
    }

    @Override
    public void close() {
        nodes.forEach(LedgerProcess::close);
        wire.close();
        database.close();
        for (var large : List.of("postgresql", "binaries")) {
            try {
                FileSystemUtils.deleteRecursively(home.resolve(large));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
