package org.budgetledger.service.axonserver;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger under test keeps its events: in its database, unless {@code -Dledger.test.store=axonserver} has the tests run
 * on Axon Server. That is the stand-in, one for each ledger, unless {@code LEDGER_TEST_AXONSERVER=host:port} names a real one.
 */
public final class TestedStore implements AutoCloseable {
    static final String STORE = "ledger.test.store";
    static final String AXON_SERVER = "axonserver";
    static final String NAMED_SERVER = "LEDGER_TEST_AXONSERVER";

    private final Map<String, String> settings;
    private final @Nullable AxonServerStandIn standIn;

    private TestedStore(Map<String, String> settings, @Nullable AxonServerStandIn standIn) {
        this.settings = settings;
        this.standIn = standIn;
    }

    /**
     * The store of one ledger, which closes it.
     *
     * @param clientId what tells this ledger from others on the server
     */
    public static TestedStore of(String clientId) {
        if (!onAxonServer()) {
            return new TestedStore(Map.of(), null);
        }
        var named = namedServer();
        if (named.isPresent()) {
            return new TestedStore(AxonServerStandIn.settings(named.get(), clientId), null);
        }
        var standIn = new AxonServerStandIn();
        return new TestedStore(standIn.settings(clientId), standIn);
    }

    /** A real server is not ours to have several of: whatever is stored there, every ledger on it reads and handles. */
    public static boolean forOneLedgerAtATime() {
        return onAxonServer() && namedServer().isPresent();
    }

    /** The real server to run on; none where nobody named one. */
    static Optional<String> namedServer() {
        return Optional.ofNullable(System.getenv(NAMED_SERVER)).filter(name -> !name.isBlank());
    }

    private static boolean onAxonServer() {
        return AXON_SERVER.equals(System.getProperty(STORE));
    }

    /** What its ledger is started with. */
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        if (standIn != null) {
            standIn.close();
        }
    }
}
