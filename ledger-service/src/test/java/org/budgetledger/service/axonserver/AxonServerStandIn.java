package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Speaks as much of Axon Server's protocol as the ledger uses, in this JVM on a free port of this machine. It keeps events in
 * memory, through every restart of the ledger and until it is closed itself.
 */
public final class AxonServerStandIn implements AutoCloseable {
    /** Nothing in it waits for anything, so few do. */
    private static final int THREADS = 4;

    private static final int BEAT_EVERY_SECONDS = 1;
    private static final int END_WITHIN_SECONDS = 5;

    private final EventLog log = new EventLog();
    private final CommandRouting commands = new CommandRouting();
    private final QueryRouting queries = new QueryRouting();
    private final ExecutorService calls = Executors.newFixedThreadPool(
            THREADS,
            Thread.ofPlatform().daemon().name("axon-server-stand-in-", 0).factory());
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("axon-server-stand-in-heart").factory());
    private final Platform platform = new Platform();
    private final int port;
    private Server server;

    public AxonServerStandIn() {
        server = listening(0);
        port = server.getPort();
        var _ = heart.scheduleWithFixedDelay(platform::beat, BEAT_EVERY_SECONDS, BEAT_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private Server listening(int wanted) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
                    .executor(calls)
                    .addService(platform)
                    .addService(new EventStoreService(log))
                    .addService(commands)
                    .addService(queries)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks every connection off and takes no new one; what is stored stays. */
    public synchronized void goAway() {
        server.shutdownNow();
        try {
            if (!server.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the stand-in did not end within " + END_WITHIN_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again where it did. */
    public synchronized void comeBack() {
        server = listening(port);
    }

    /** Has another writer be first at whatever is appended, until told otherwise. */
    public void loseEveryRace(boolean lose) {
        log.loseEveryRace(lose);
    }

    /** Has something done, once, between storing so many events and telling the caller that they are stored. */
    public void whenHolding(long events, Runnable action) {
        log.whenHolding(events, action);
    }

    /** How many events there are in all. */
    public long size() {
        return log.size();
    }

    /** Where it listens, as a ledger's settings name it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The settings of a ledger that keeps its events here. */
    public Map<String, String> settings(String clientId) {
        return settings(address(), clientId);
    }

    /** The settings of a ledger that keeps its events on any Axon Server. */
    public static Map<String, String> settings(String address, String clientId) {
        return Map.of(
                "spring.profiles.active", "axonserver",
                "axon.axonserver.servers", address,
                "axon.axonserver.client-id", clientId);
    }

    /** The events of a stream in their order. */
    public List<Event> events(String stream) {
        return log.stream(stream, 0, Long.MAX_VALUE);
    }

    /** How many snapshots of a stream there are. */
    public int snapshots(String stream) {
        return log.snapshots(stream, 0, Long.MAX_VALUE).size();
    }

    /** How many commands a node was given to handle. */
    public long commandsHandledBy(String clientId) {
        return commands.handledBy(clientId);
    }

    /** How many queries a node was given to answer. */
    public long queriesHandledBy(String clientId) {
        return queries.handledBy(clientId);
    }

    /** Changes what is stored behind the ledger's back. */
    public void alter(String stream, long sequence, UnaryOperator<Event> change) {
        log.alter(stream, sequence, change);
    }

    /** Takes the end of a stream away behind the ledger's back. */
    public void cutOff(String stream, long from) {
        log.cutOff(stream, from);
    }

    @Override
    public void close() {
        heart.shutdownNow();
        goAway();
        calls.shutdownNow();
    }
}
