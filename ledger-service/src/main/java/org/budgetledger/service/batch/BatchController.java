package org.budgetledger.service.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.BatchReader;
import org.budgetledger.service.web.Batched;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many commands in one request. */
@RestController
@RequestMapping("/v1/batches")
@Tag(name = "Batches")
public class BatchController {
    private final BatchReader reader;
    private final UnitOfBudgets units;
    private final AtomicBatch atomic;
    private final Commands commands;
    private final SeveralAtOnce atOnce;

    BatchController(
            BatchReader reader, UnitOfBudgets units, AtomicBatch atomic, Commands commands, SeveralAtOnce atOnce) {
        this.reader = reader;
        this.units = units;
        this.atomic = atomic;
        this.commands = commands;
        this.atOnce = atOnce;
    }

    @Operation(
            operationId = "sendBatch",
            summary = "Sends many commands, each with an id of its own; sent again, it settles what is not settled yet",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(ref = "#/components/schemas/BatchRequest"))))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each command, in the order they were given in.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/BatchAnswer")))
    @PostMapping
    ResponseEntity<BatchAnswer> send(Caller caller, HttpServletRequest request) throws IOException {
        var batch = reader.read(caller, request);
        var outcomes = batch.atomic()
                ? atomic.carriedOut(batch.commands())
                : new BatchRun(units, commands, atOnce, batch.commands().size()).carriedOut(batch.commands());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer(batch.commands(), outcomes));
    }

    /** The problem of the one command, which the others were given up for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> none(AtomicBatch.NoneCarriedOut e) {
        var problem = Problems.in(e.why());
        if (e.commandId() != null) {
            problem.setProperty("commandId", e.commandId());
        }
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static BatchAnswer answer(List<Batched> batch, List<Outcome> outcomes) {
        var results = new ArrayList<BatchAnswer.Result>(batch.size());
        var accepted = 0;
        for (var place = 0; place < batch.size(); place++) {
            var result = result(batch.get(place), outcomes.get(place));
            accepted += result.answer() == null ? 0 : 1;
            results.add(result);
        }
        return new BatchAnswer(accepted, batch.size() - accepted, results);
    }

    private static BatchAnswer.Result result(Batched command, Outcome outcome) {
        if (command instanceof Batched.Sound sound && outcome instanceof Outcome.Accepted(var answer)) {
            return new BatchAnswer.Result(
                    command.commandId(),
                    HttpStatus.CREATED.value(),
                    Commands.inWords(sound.requested().command(), answer),
                    null);
        }
        var problem = problem(outcome);
        if (command.address() != null) {
            problem.setInstance(URI.create(command.address()));
        }
        return new BatchAnswer.Result(command.commandId(), problem.getStatus(), null, problem);
    }

    private static ProblemDetail problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var refusal) -> Problems.in(refusal);
            case Outcome.Failed(var why) -> Problems.in(why);
            case Outcome.NotTried() -> Problems.tryAgain();
            case Outcome.Accepted _ -> throw new IllegalStateException("what is accepted has no problem");
        };
    }
}
