package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.budgetledger.service.crash.Answer.Acknowledged;
import org.budgetledger.service.crash.Answer.Refused;
import org.budgetledger.service.crash.Answer.Unknown;
import org.budgetledger.service.process.LedgerProcess;

/**
 * Clients who go to either node, send what the mix says, and write down what they are told. What nobody answered they send again
 * later with the same key, to whichever node, until it is answered; and now and then they repeat what was answered long ago.
 */
final class Traffic implements AutoCloseable {
    /** Few enough that clients meet on the same budgets all the time. */
    private static final int BUDGETS_AT_FIRST = 8;

    private static final int MAX_BUDGETS = 60;

    /** Of so many turns one repeats what was acknowledged, and one opens another budget. */
    private static final int REPEAT_ONE_IN = 25;

    private static final int OPEN_ONE_IN = 200;

    /** What no answer came to waits a little, as people do. */
    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

    private final Wire wire;
    private final List<LedgerProcess> nodes;
    private final Journal journal = new Journal();
    private final Mix mix = new Mix();
    private final Duration pause;
    private final List<Thread> clients = new ArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile boolean going = true;

    private Traffic(Wire wire, List<LedgerProcess> nodes, Duration pause) {
        this.wire = wire;
        this.nodes = List.copyOf(nodes);
        this.pause = pause;
    }

    /**
     * Opens a few budgets and lets clients go.
     *
     * @param pause between what one client sends and its next
     */
    static Traffic start(Wire wire, List<LedgerProcess> nodes, int clients, Duration pause, long seed) {
        var traffic = new Traffic(wire, nodes, pause);
        var random = new Random(seed);
        for (var i = 0; i < BUDGETS_AT_FIRST; i++) {
            traffic.open(random);
        }
        for (var i = 0; i < clients; i++) {
            var own = new Random(random.nextLong());
            traffic.clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> traffic.go(own)));
        }
        return traffic;
    }

    Journal journal() {
        return journal;
    }

    Mix mix() {
        return mix;
    }

    /** What should not have happened, in what clients were told. */
    List<String> faults() {
        var all = new ArrayList<>(faults);
        all.addAll(journal.faults());
        return all;
    }

    /** Lets the clients end what they do, and then sends what was left unanswered until it is answered. */
    void settle() {
        close();
        var random = new Random(0);
        for (var open = journal.takeUnsettled(); open.isPresent(); open = journal.takeUnsettled()) {
            if (open.get().answer() == null && untilAnswered(open.get(), random) instanceof Unknown(var why)) {
                throw new IllegalStateException(open.get().command() + " was not answered: " + why);
            }
        }
    }

    @Override
    public void close() {
        going = false;
        for (var client : clients) {
            try {
                client.join(ANSWERED_WITHIN.plusSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void go(RandomGenerator random) {
        while (going) {
            try {
                turn(random);
                Waiting.pause(pause);
            } catch (RuntimeException e) {
                faults.add("a client gave up: " + e);
                return;
            }
        }
    }

    private void turn(RandomGenerator random) {
        var again = journal.takeUnsettled();
        if (again.isPresent()) {
            Waiting.pause(BEFORE_RETRY);
            once(again.get(), random);
        } else if (random.nextInt(REPEAT_ONE_IN) == 0) {
            journal.someAcknowledged(random).ifPresent(sent -> once(sent, random));
        } else if (random.nextInt(OPEN_ONE_IN) == 0 && mix.accounts().size() < MAX_BUDGETS) {
            open(random);
        } else {
            var turn = mix.next(random);
            var sent = journal.about(turn.command());
            once(sent, random);
            if (sent.answer() instanceof Acknowledged(var body)) {
                turn.known().accept(body);
            }
        }
    }

    private void open(RandomGenerator random) {
        var opening = new Opening(command -> acknowledged(command, random), random);
        mix.add(random.nextInt(3) == 0 ? opening.held() : opening.managed());
    }

    private JsonNode acknowledged(Command command, RandomGenerator random) {
        return switch (untilAnswered(journal.about(command), random)) {
            case Acknowledged(var body) -> body;
            case Refused refused -> throw new IllegalStateException(command + " was refused: " + refused);
            case Unknown unknown -> throw new IllegalStateException(command + " was not answered: " + unknown);
        };
    }

    private Answer untilAnswered(Sent sent, RandomGenerator random) {
        var until = Instant.now().plus(ANSWERED_WITHIN);
        var answer = once(sent, random);
        while (answer instanceof Unknown && Instant.now().isBefore(until)) {
            Waiting.pause(BEFORE_RETRY);
            answer = once(sent, random);
        }
        return answer;
    }

    private Answer once(Sent sent, RandomGenerator random) {
        var answer = wire.send(nodes.get(random.nextInt(nodes.size())), sent.command());
        journal.came(sent, answer);
        return answer;
    }
}
