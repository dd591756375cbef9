package org.budgetledger.service.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.process.DatabaseProcess;
import org.budgetledger.service.process.LedgerProcess;

/** Nodes of the ledger and one PostgreSQL, each in a process of its own, with their logs and data under {@code target/}. */
final class ServerSite implements Site, AutoCloseable {
    private final Path home;
    private final SomeIssuer issuer;
    private final Wire wire;
    private final DatabaseProcess database;
    private final List<LedgerProcess> nodes;

    private ServerSite(Path home, SomeIssuer issuer, int nodes) {
        this.home = home;
        this.issuer = issuer;
        this.wire = new Wire(issuer);
        this.database = DatabaseProcess.start(home);
        this.nodes = IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> new LedgerProcess("node-" + number, home, Sites.JVM_OPTIONS, settings()))
                .toList();
    }

    /** Starts a database and nodes on it, and waits until they are ready. */
    static ServerSite start(int nodes) {
        var home = Sites.home();
        var site = new ServerSite(home, Sites.issuer(home), nodes);
        try {
            site.nodes.forEach(LedgerProcess::begin);
            site.nodes.forEach(LedgerProcess::awaitReady);
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
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

    @Override
    public Wire wire() {
        return wire;
    }

    DatabaseProcess database() {
        return database;
    }

    @Override
    public List<LedgerProcess> nodes() {
        return nodes;
    }

    @Override
    public List<Kill> kills() {
        return List.of(
                new Kill("one node", this::killNode),
                new Kill("the database", this::killDatabase),
                new Kill("one of its backends", database::killBackend),
                new Kill("all nodes", this::killNodes),
                new Kill("the database and one node", this::killDatabaseAndNode));
    }

    @Override
    public Store store() {
        return new Store(database::connect);
    }

    @Override
    public void close() {
        nodes.forEach(LedgerProcess::close);
        wire.close();
        database.close();
        Sites.remove(home);
    }

    private void killNode(RandomGenerator random) {
        var node = some(random);
        node.kill();
        node.start();
    }

    private void killNodes(RandomGenerator random) {
        nodes.forEach(LedgerProcess::kill);
        nodes.forEach(LedgerProcess::begin);
        nodes.forEach(LedgerProcess::awaitReady);
    }

    private void killDatabase(RandomGenerator random) {
        database.kill();
        // Whatever watches over it takes its time.
        Waiting.pause(Duration.ofMillis(random.nextInt(1_000)));
        database.startAgain();
    }

    private void killDatabaseAndNode(RandomGenerator random) {
        var node = some(random);
        node.kill();
        database.kill();
        database.startAgain();
        node.start();
    }

    private LedgerProcess some(RandomGenerator random) {
        return nodes.get(random.nextInt(nodes.size()));
    }
}
