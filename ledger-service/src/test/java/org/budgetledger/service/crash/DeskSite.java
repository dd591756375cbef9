package org.budgetledger.service.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.budgetledger.service.SomeIssuer;
import org.budgetledger.service.process.LedgerProcess;
import org.budgetledger.service.process.Postmaster;

/**
 * The ledger as it starts by default: one process that brings its own PostgreSQL, which outlives it when it is killed. Only its
 * tokens come from elsewhere, because those of its own issuer end with it.
 */
final class DeskSite implements Site {
    private final Path home;
    private final Path data;
    private final Wire wire;
    private final LedgerProcess ledger;
    private final Thread atExit;

    private DeskSite(Path home, SomeIssuer issuer) {
        this.home = home;
        this.data = home.resolve("postgresql");
        this.wire = new Wire(issuer);
        this.ledger = new LedgerProcess(
                "ledger",
                home,
                Sites.JVM_OPTIONS,
                Map.of("ledger.data-dir", home.toString(), SomeIssuer.SETTING, issuer.publicKey()));
        this.atExit = new Thread(() -> Postmaster.kill(data), "ends a PostgreSQL");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts the ledger for the first time. */
    static DeskSite start() {
        var home = Sites.home();
        var site = new DeskSite(home, Sites.issuer(home));
        try {
            site.ledger.start();
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    @Override
    public List<LedgerProcess> nodes() {
        return List.of(ledger);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public Store store() {
        return new Store(() -> Postmaster.connect(data));
    }

    @Override
    public List<Kill> kills() {
        return List.of(
                new Kill("the ledger, whose database lives on", _ -> {
                    ledger.kill();
                    ledger.start();
                }),
                new Kill("the ledger and its database", _ -> {
                    ledger.kill();
                    Postmaster.kill(data);
                    ledger.start();
                }));
    }

    @Override
    public void close() {
        ledger.close();
        Postmaster.kill(data);
        Runtime.getRuntime().removeShutdownHook(atExit);
        wire.close();
        Sites.remove(home);
    }
}
