package org.budgetledger.service.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The way between a ledger and its PostgreSQL, on a port of its own, which can be slow, be cut and be closed. */
final class Wire implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 16;

    /** When the way is cut, once. */
    enum Cut {
        /** The database never hears of the commit. */
        BEFORE_COMMIT,
        /** The database has committed, and the ledger never hears of it. */
        BEFORE_THE_ANSWER_TO_COMMIT
    }

    /** What happens to the next commit of events: a cut, after which nothing may go through, or it is held back for a while. */
    sealed interface Planned {
        CountDownLatch done();
    }

    record ToCut(Cut cut, boolean thenClosed, CountDownLatch done) implements Planned {}

    /** A commit that is held back: it has come when {@code done}, and goes on when it is {@code released}. */
    record Held(CountDownLatch done, CountDownLatch released) implements Planned {
        void release() {
            released.countDown();
        }

        void await() throws InterruptedException {
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing was committed");
            }
        }
    }

    private final int server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Connections to the database whose answers no longer get through. */
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();

    private final AtomicReference<@Nullable Planned> planned = new AtomicReference<>();
    private volatile Duration delay = Duration.ZERO;
    private @Nullable ServerSocket listening;

    Wire(int server) {
        this.server = server;
        this.port = listen(0);
    }

    int port() {
        return port;
    }

    /** Everything that is asked takes so much longer. */
    void delay(Duration each) {
        delay = each;
    }

    /** Cuts the next connection on which events are committed. */
    CountDownLatch cutNext(Cut cut, boolean thenClosed) {
        var plan = new ToCut(cut, thenClosed, new CountDownLatch(1));
        planned.set(plan);
        return plan.done();
    }

    /** Holds back the next commit of events, whose transaction stays open meanwhile. */
    Held holdNext() {
        var plan = new Held(new CountDownLatch(1), new CountDownLatch(1));
        planned.set(plan);
        return plan;
    }

    /** Cuts every connection and takes no new one. */
    synchronized void shut() {
        closeQuietly(listening);
        listening = null;
        cutAll();
    }

    /** Cuts every connection. */
    void cutAll() {
        open.forEach(Wire::closeQuietly);
        open.clear();
    }

    /** As it is when nothing is wrong. */
    synchronized void mend() {
        planned.set(null);
        delay = Duration.ZERO;
        if (listening == null) {
            listen(port);
        }
    }

    @Override
    public void close() {
        shut();
    }

    private synchronized int listen(int on) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            listening = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                var client = socket.accept();
                open.add(client);
                if (socket.isClosed()) {
                    // It was shut in between.
                    closeQuietly(client);
                }
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException e) {
            closeQuietly(socket);
        }
    }

    private void connect(Socket client) {
        try (client;
                var database = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(database);
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            var answerIsLost = new CountDownLatch(1);
            var answers = Thread.ofVirtual().start(() -> answers(database, client, answerIsLost));
            requests(client, database, answerIsLost);
            closeQuietly(database);
            answers.join(Duration.ofSeconds(5));
        } catch (IOException e) {
            // Cut: that is what it is for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void requests(Socket client, Socket database, CountDownLatch answerIsLost)
            throws IOException, InterruptedException {
        var requests = new Requests();
        var chunk = new byte[CHUNK_BYTES];
        for (var read = client.getInputStream().read(chunk);
                read >= 0;
                read = client.getInputStream().read(chunk)) {
            Thread.sleep(delay);
            var plan = planned.get();
            if (requests.commitOfEvents(chunk, read) && plan != null && planned.compareAndSet(plan, null)) {
                switch (plan) {
                    case Held held -> {
                        held.done().countDown();
                        held.released().await();
                    }
                    case ToCut toCut -> {
                        if (toCut.cut() == Cut.BEFORE_THE_ANSWER_TO_COMMIT) {
                            lost.add(database);
                            database.getOutputStream().write(chunk, 0, read);
                            if (!answerIsLost.await(10, TimeUnit.SECONDS)) {
                                throw new IOException("the commit was not answered");
                            }
                        }
                        if (toCut.thenClosed()) {
                            shut();
                        }
                        // Before anybody can notice.
                        toCut.done().countDown();
                        closeQuietly(client);
                        closeQuietly(database);
                        return;
                    }
                }
            }
            database.getOutputStream().write(chunk, 0, read);
        }
    }

    private void answers(Socket database, Socket client, CountDownLatch answerIsLost) {
        var chunk = new byte[CHUNK_BYTES];
        try {
            for (var read = database.getInputStream().read(chunk);
                    read >= 0;
                    read = database.getInputStream().read(chunk)) {
                if (lost.contains(database)) {
                    answerIsLost.countDown();
                } else {
                    client.getOutputStream().write(chunk, 0, read);
                }
            }
        } catch (IOException e) {
            // Cut on the other side.
        } finally {
            lost.remove(database);
            open.remove(database);
            closeQuietly(client);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a socket that cannot be closed", e);
        }
    }
}
