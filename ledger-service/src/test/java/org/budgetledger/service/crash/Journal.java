package org.budgetledger.service.crash;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.budgetledger.service.crash.Answer.Acknowledged;
import org.budgetledger.service.crash.Answer.Refused;
import org.budgetledger.service.crash.Answer.Unknown;
import org.jspecify.annotations.Nullable;

/** What was sent and what was answered, written down outside of everything that is killed. */
final class Journal {
    /** Refusals that the mix of commands may bring about; what it refers to was acknowledged, so that none says "unknown". */
    private static final List<String> TO_BE_EXPECTED = List.of(
            "INSUFFICIENT_FUNDS",
            "ALREADY_DONE",
            "EXCEEDS_EARMARK",
            "NOT_REVERSIBLE",
            "ALREADY_A_MEMBER",
            "NOT_A_MEMBER",
            "LAST_MEMBER",
            "EQUITY_BELOW_ZERO",
            "AUTHORISATIONS_OPEN");

    /** Of which some are sent again. */
    private static final int LATEST = 512;

    private final Map<String, Sent> all = new ConcurrentHashMap<>();
    private final Queue<Sent> unsettled = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<@Nullable Sent> latest = new AtomicReferenceArray<>(LATEST);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Map<String, AtomicInteger> unknown = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /** Writes down, before it is sent, what will be. */
    Sent about(Command command) {
        var sent = new Sent(command);
        if (all.putIfAbsent(command.key(), sent) != null) {
            throw new IllegalArgumentException("the key " + command.key() + " was used before");
        }
        return sent;
    }

    /** Writes down what came of sending it. One that nobody knows of waits to be sent again. */
    void came(Sent sent, Answer answer) {
        switch (answer) {
            case Unknown(var why) -> {
                sent.leftUnanswered();
                unknown.computeIfAbsent(why, _ -> new AtomicInteger()).incrementAndGet();
                if (sent.answer() == null) {
                    unsettled.add(sent);
                }
            }
            case Acknowledged _, Refused _ -> {
                var before = sent.settle(answer);
                if (before == null) {
                    count(sent, answer);
                } else {
                    repeated.incrementAndGet();
                    if (!before.equals(answer)) {
                        fault(sent, "was answered " + before + " and then " + answer);
                    }
                }
            }
        }
    }

    private void count(Sent sent, Answer answer) {
        switch (answer) {
            case Acknowledged _ -> latest.set(acknowledged.incrementAndGet() % LATEST, sent);
            case Refused(var status, var code) -> {
                refused.incrementAndGet();
                if (status != 409 || !TO_BE_EXPECTED.contains(code)) {
                    fault(sent, "was refused: " + status + " " + code);
                }
            }
            case Unknown _ -> throw new IllegalArgumentException("not an answer");
        }
    }

    private void fault(Sent sent, String what) {
        faults.add(sent.command() + " " + what);
    }

    /** One that nobody knows of yet, which is then the caller's to send again. */
    Optional<Sent> takeUnsettled() {
        return Optional.ofNullable(unsettled.poll());
    }

    /** One of those that were acknowledged of late. */
    Optional<Sent> someAcknowledged(RandomGenerator random) {
        return Optional.ofNullable(latest.get(random.nextInt(LATEST)));
    }

    boolean knows(String key) {
        return all.containsKey(key);
    }

    Collection<Sent> all() {
        return all.values();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int refused() {
        return refused.get();
    }

    /** How many came back a second time and more. */
    int repeated() {
        return repeated.get();
    }

    /** How many times nobody knew, by why. */
    Map<String, AtomicInteger> unknown() {
        return unknown;
    }

    int unanswered() {
        return unknown.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    int unsettled() {
        return unsettled.size();
    }

    /** The most times that one command was left unanswered before it was settled. */
    int longestWait() {
        return all.values().stream()
                .map(Sent::unanswered)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** Answers that should not have been given. */
    List<String> faults() {
        return faults;
    }
}
