package org.budgetledger.service.web;

import static org.budgetledger.service.deciding.Decision.accepted;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.timeout.AxonTimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.audit.CommandSeen;
import org.budgetledger.api.audit.FindCommand;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.service.store.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands and answers them. */
@Component
public class Commands {
    /** Of the refusals the one that an alert watches for growth. */
    private static final String COMMAND_ID_REUSED = "COMMAND_ID_REUSED";

    private final CommandGateway gateway;
    private final QueryGateway queries;
    private final MeterRegistry meters;

    public Commands(CommandGateway gateway, QueryGateway queries, MeterRegistry meters) {
        this.gateway = gateway;
        this.queries = queries;
        this.meters = meters;
        // From the first on: what appears with its first thousand has not grown, to whoever watches it.
        var _ = refused(COMMAND_ID_REUSED);
    }

    /**
     * Sends one command.
     *
     * @return 201 with the stream's id and version, the type of the first event and everything in it
     */
    public <C extends LedgerCommand> ResponseEntity<Map<String, Object>> send(Requested<C> requested) {
        return accepted(requested.command(), answer(requested));
    }

    /** Sends one command, and gives what the ledger answers. */
    public <C extends LedgerCommand> CommandAnswer answer(Requested<C> requested) {
        var began = System.nanoTime();
        try {
            @Nullable
            CommandAnswer answer = gateway.sendAndWait(GenericCommandMessage.asCommandMessage(requested.command())
                    .withMetaData(requested.envelope().toMetadata()));
            if (answer == null) {
                // The gateway says nothing to who is interrupted while it waits. The command may yet be carried out.
                var _ = Thread.interrupted();
                throw new AxonTimeoutException("the time for a command was over");
            }
            countAccepted(requested.command(), since(began));
            return answer;
        } catch (RuntimeException failure) {
            var e = failure instanceof ConcurrencyException && usedElsewhere(requested)
                    ? new RefusedException(
                            new Refusal.CommandIdReused(requested.envelope().commandId()))
                    : failure;
            Problems.refusalIn(e)
                    .ifPresentOrElse(
                            refusal -> countRefused(requested.command(), refusal, since(began)),
                            () -> count(requested.command(), "failed", since(began)));
            throw e;
        }
    }

    /** Counts a command that was accepted. */
    public void countAccepted(LedgerCommand command, Duration took) {
        count(command, "accepted", took);
    }

    /** Counts a command that was refused, and why. */
    public void countRefused(LedgerCommand command, Refusal refusal, Duration took) {
        count(command, "refused", took);
        refused(refusal.code()).increment();
    }

    private Counter refused(String code) {
        return meters.counter("ledger.refusals", "code", code);
    }

    private void count(LedgerCommand command, String outcome, Duration took) {
        meters.timer("ledger.commands", "command", command.getClass().getSimpleName(), "outcome", outcome)
                .record(took);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The code of the refusal that a command was answered with; none where it failed otherwise. */
    public static Optional<String> refusalCode(RuntimeException e) {
        return Problems.refusalIn(e).map(Refusal::code);
    }

    /**
     * R2: the store refuses a command id that stands for a command to another stream, and cannot tell that from losing a
     * race; the audit trail can.
     */
    public boolean usedElsewhere(Requested<?> requested) {
        var envelope = requested.envelope();
        var seen = queries.query(
                new FindCommand(envelope.actor().authority(), envelope.commandId(), CivilDates.LATEST), Reading.class);
        return seen.join() instanceof Reading.Found found
                && found.view() instanceof CommandSeen command
                && !command.streamId().equals(requested.command().streamId().value());
    }

    private static ResponseEntity<Map<String, Object>> accepted(LedgerCommand command, CommandAnswer answer) {
        return ResponseEntity.status(HttpStatus.CREATED)
                // What is stored is answered, even to who would rather have it in another form.
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(Versions.etag(answer.version()))
                .body(inWords(command, answer));
    }

    /** An answer as it goes out: the stream's id and version, the type of the first event and everything in it. */
    public static Map<String, Object> inWords(LedgerCommand command, CommandAnswer answer) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                switch (command) {
                    case BudgetCommand _ -> "budgetId";
                    case PoolCommand _ -> "poolId";
                    case PeriodCommand _ -> "booksId";
                },
                answer.streamId().toString());
        body.put("version", answer.version());
        body.put("recordedAt", answer.recordedAt().toString());
        var first = answer.events().getFirst();
        body.put("type", first.type());
        first.data().forEach(body::putIfAbsent);
        body.put(
                "events",
                answer.events().stream()
                        .map(happened -> Map.of("version", happened.version(), "type", happened.type()))
                        .toList());
        return body;
    }
}
