package org.budgetledger.service.crash;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A command that was sent, and the first answer that settled it. */
final class Sent {
    private final Command command;
    private final AtomicReference<@Nullable Answer> settled = new AtomicReference<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    Sent(Command command) {
        this.command = command;
    }

    Command command() {
        return command;
    }

    /** What settled it; none while nobody knows. */
    @Nullable
    Answer answer() {
        return settled.get();
    }

    /** How many times no answer came. */
    int unanswered() {
        return unanswered.get();
    }

    void leftUnanswered() {
        unanswered.incrementAndGet();
    }

    /** The answer that it had before; none when this is the first. */
    @Nullable
    Answer settle(Answer answer) {
        return settled.compareAndExchange(null, answer);
    }
}
