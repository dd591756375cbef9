package org.budgetledger.service.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.budgetledger.projections.operations.ParkedEvent;
import org.budgetledger.projections.operations.ProjectionStatus;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.service.web.BadInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What operators do with the read side while the service runs. It concerns all authorities at once, so it takes the scope
 * {@code ledger.operate} rather than a role within one.
 */
@RestController
@RequestMapping("/v1/operations/projections")
@Tag(name = "Operating")
public class ProjectionController {
    private final Projections projections;

    public ProjectionController(Projections projections) {
        this.projections = projections;
    }

    @Operation(summary = "How each projection is doing")
    @GetMapping
    List<ProjectionStatus> list() {
        return projections.list();
    }

    @Operation(summary = "Makes a projection anew from all events, while the one that is there is read")
    @PostMapping("/{projection}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String projection) {
        var named = named(projection);
        projections.rebuild(named);
        return ResponseEntity.accepted().body(projections.status(named));
    }

    @Operation(summary = "The events that a projection could not take in, with the reason, the oldest first")
    @GetMapping("/{projection}/dead-letters")
    List<ParkedEvent> parked(@PathVariable String projection) {
        return projections.parked(named(projection));
    }

    /** How many events are still parked after a retry. */
    public record Retried(long stillParked) {}

    @Operation(summary = "Tries the parked events again")
    @PostMapping("/{projection}/dead-letters/retry")
    Retried retry(@PathVariable String projection) {
        return new Retried(projections.retry(named(projection)));
    }

    private static Projection named(String name) {
        return Arrays.stream(Projection.values())
                .filter(projection -> projection.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "INVALID_FIELD",
                        "projection",
                        "projection must be one of "
                                + Arrays.stream(Projection.values())
                                        .map(Projection::group)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
