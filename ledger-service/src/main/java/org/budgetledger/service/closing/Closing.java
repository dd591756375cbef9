package org.budgetledger.service.closing;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.ClosePeriod;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.period.PackMaker;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.NotLevelYet;
import org.budgetledger.service.web.Requested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Closes a period: makes its pack and then sends the command, which is what closes it. The pack of a small council is made
 * while the caller waits; a large one's goes on without them, and the same command sent again finds out what became of it. A
 * service that is killed in between has closed nothing, and the same command sent again begins anew.
 */
@Component
public class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    /** How long a caller is kept waiting before they are told to ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the read side may take to show what the store has. */
    private static final Duration UNTIL_LEVEL = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private record Run(CommandId command, CompletableFuture<ResponseEntity<Map<String, Object>>> answer) {}

    private final Commands commands;
    private final BooksHistory books;
    private final PackMaker maker;
    private final Projections projections;
    private final PolicyPacks policies;
    private final Map<AuthorityId, Run> running = new ConcurrentHashMap<>();

    public Closing(
            Commands commands, BooksHistory books, PackMaker maker, Projections projections, PolicyPacks policies) {
        this.commands = commands;
        this.books = books;
        this.maker = maker;
        this.projections = projections;
        this.policies = policies;
    }

    /** The command's answer; none while its pack is still being made. */
    public Optional<ResponseEntity<Map<String, Object>>> close(Requested<ClosePeriod> requested) {
        var authority = requested.envelope().actor().authority();
        var command = requested.command().commandId();
        var joined = running.get(authority);
        if (joined == null || !joined.command().equals(command)) {
            // Refused, or answered before; or told that what is missing is the pack.
            var answered = answered(requested);
            if (answered.isPresent()) {
                return answered;
            }
            var own = new Run(command, new CompletableFuture<>());
            joined = running.putIfAbsent(authority, own);
            if (joined == null) {
                joined = own;
                Thread.ofVirtual().name("closing " + authority).start(() -> run(requested, own));
            }
        }
        if (!joined.command().equals(command)) {
            throw new RefusedException(Refusal.closingUnderWay());
        }
        return waitFor(joined);
    }

    private Optional<ResponseEntity<Map<String, Object>>> answered(Requested<ClosePeriod> requested) {
        try {
            return Optional.of(commands.send(requested));
        } catch (RuntimeException e) {
            if (Commands.refusalCode(e).filter("PACK_NOT_MADE"::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void run(Requested<ClosePeriod> requested, Run run) {
        var authority = requested.envelope().actor().authority();
        try {
            make(requested.command(), authority);
            var answer = commands.send(requested);
            running.remove(authority, run);
            run.answer().complete(answer);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the period of {} of {} was not closed: {}",
                    requested.command().firstDay(),
                    authority,
                    e.toString());
            running.remove(authority, run);
            run.answer().completeExceptionally(e);
        }
    }

    private void make(ClosePeriod command, AuthorityId authority) {
        var period = AccountingPeriod.startingOn(
                        command.firstDay(), policies.defaultFor(authority).calendar())
                .orElseThrow();
        for (var waited = Duration.ZERO; waited.compareTo(UNTIL_LEVEL) < 0; waited = waited.plus(BETWEEN_LOOKS)) {
            if (projections.level()) {
                var follows = books.lastPack(authority).orElse(null);
                switch (maker.make(authority, period, follows, command.commandId())) {
                    case PackMaker.Outcome.Made _ -> {
                        return;
                    }
                    case PackMaker.Outcome.UnderWay _ -> throw new RefusedException(Refusal.closingUnderWay());
                    case PackMaker.Outcome.NotLevel _ -> {}
                }
            }
            pause();
        }
        throw new NotLevelYet();
    }

    private static Optional<ResponseEntity<Map<String, Object>>> waitFor(Run run) {
        try {
            return Optional.of(run.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw Objects.requireNonNull(e.getCause()) instanceof RuntimeException cause
                    ? cause
                    : new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotLevelYet();
        }
    }
}
