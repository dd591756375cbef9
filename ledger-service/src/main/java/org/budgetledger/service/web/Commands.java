package org.budgetledger.service.web;

import static org.budgetledger.service.deciding.Decision.accepted;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.pool.PoolCommand;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands and answers them. */
@Component
public class Commands {
    private final CommandGateway gateway;
    private final MeterRegistry meters;

    public Commands(CommandGateway gateway, MeterRegistry meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    /**
     * Sends one command.
     *
     * @return 201 with the stream's id and version, the type of the first event and everything in it
     */
    public <C extends LedgerCommand> ResponseEntity<Map<String, Object>> send(Requested<C> requested) {
        var name = requested.command().getClass().getSimpleName();
        var timer = Timer.start(meters);
        try {
            CommandAnswer answer = gateway.sendAndWait(GenericCommandMessage.asCommandMessage(requested.command())
                    .withMetaData(requested.envelope().toMetadata()));
            timer.stop(meters.timer("ledger.commands", "command", name, "outcome", "accepted"));
            return accepted(requested.command(), answer);
        } catch (RuntimeException e) {
            var refusal = Problems.refusalIn(e);
            timer.stop(meters.timer(
                    "ledger.commands", "command", name, "outcome", refusal.isPresent() ? "refused" : "failed"));
            refusal.ifPresent(refused ->
                    meters.counter("ledger.refusals", "code", refused.code()).increment());
            throw e;
        }
    }

    private static ResponseEntity<Map<String, Object>> accepted(LedgerCommand command, CommandAnswer answer) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                command instanceof PoolCommand ? "poolId" : "budgetId",
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
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.etag(answer.version()))
                .body(body);
    }
}
