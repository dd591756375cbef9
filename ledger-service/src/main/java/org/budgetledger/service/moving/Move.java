package org.budgetledger.service.moving;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves a ledger's events from one store to the other, to the byte, so that every chain verifies there as it is. It may be stopped
 * or killed at any time: the events live where they did until the very end, and started again it goes on where it was.
 */
final class Move {
    private final Store source;
    private final Store target;
    private final Moves moves;
    private final RunningNodes nodes;
    private final ReadSide readSide;
    private final TransactionTemplate transaction;
    private final Progress progress;

    Move(
            Store source,
            Store target,
            Moves moves,
            RunningNodes nodes,
            ReadSide readSide,
            TransactionTemplate transaction,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.moves = moves;
        this.nodes = nodes;
        this.readSide = readSide;
        this.transaction = transaction;
        this.progress = progress;
    }

    /**
     * Moves whatever is not there yet.
     *
     * @param eventsPerTransaction how many are appended at once
     * @throws MoveStopped when it does not go on, with the reason
     */
    void run(int eventsPerTransaction) {
        moves.alone(() -> {
            if (moves.home().filter(target.place()::equals).isPresent()) {
                progress.say("The ledger's events live in %s already; there is nothing to move."
                        .formatted(target.place().inWords()));
            } else {
                moveAll(eventsPerTransaction);
            }
        });
    }

    private void moveAll(int eventsPerTransaction) {
        nodes.requireNone();
        // Who has verified for an hour should not learn only then that the other side is away.
        target.read().close();
        var before = surveyed();
        new Copying(source, target, eventsPerTransaction, progress).run(() -> moves.begin(target.place()));
        new Proof(source, target, progress).require(before);
        // Whoever was starting when this began has claimed its share by now.
        nodes.requireNone();
        transaction.executeWithoutResult(_ -> {
            moves.begin(target.place());
            readSide.readFromTheBeginning();
            moves.finish(before.events(), before.streams());
        });
        progress.say(
                """
                Moved: %,d events in %,d streams. Each is the same in both stores, each stream ends with the same version and hash, \
                and each chain is whole. From now on the ledger's events live in %s.""".formatted(before.events(), before.streams(), target.place().inWords()));
    }

    private Survey surveyed() {
        var identifiers = new Identifiers();
        var toPostgres = target.place() == Place.POSTGRESQL;
        var survey = Survey.of(
                source,
                readSide.seen(),
                event -> {
                    readSide.requirePack(event);
                    if (toPostgres) {
                        identifiers.take(event);
                    }
                },
                progress);
        try {
            survey.requireWhole(source.place());
        } catch (MoveStopped e) {
            throw new MoveStopped(e.getMessage() + "\nNothing was moved.", e);
        }
        if (toPostgres) {
            identifiers.requireUnique(source);
        }
        return survey;
    }
}
