package org.budgetledger.service.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of the chains of all authorities, and how they have all of them verified, as after a restore. */
@RestController
@RequestMapping("/v1/operations/chains")
@Tag(name = "Operating")
public class ChainController {
    /** Whoever sees so many knows enough. */
    private static final int MAX_BROKEN_LISTED = 1_000;

    private final SweepTables sweeps;
    private final ChainSweep sweep;

    public ChainController(SweepTables sweeps, ChainSweep sweep) {
        this.sweeps = sweeps;
        this.sweep = sweep;
    }

    /**
     * How the chains are.
     *
     * @param lastSweep the last that came to its end
     * @param sweepGoingOn the one that has not
     * @param brokenChains how many do not hold
     * @param broken those of them that were found first
     */
    public record Chains(
            SweepTables.@Nullable Sweep lastSweep,
            SweepTables.@Nullable Sweep sweepGoingOn,
            long brokenChains,
            List<SweepTables.BrokenChain> broken) {}

    @Operation(
            summary =
                    "When all chains were last verified, how far a sweep is that goes on, and which chains are broken")
    @GetMapping
    Chains chains() {
        // Before the broken ones: what a sweep found is kept before it is complete.
        var latest = sweeps.latest();
        return new Chains(
                latest.completed(), latest.goingOn(), sweeps.countBroken(), sweeps.listBroken(MAX_BROKEN_LISTED));
    }

    @Operation(summary = "Verifies the chains of all streams from now on, in the background, without holding back")
    @PostMapping("/sweep")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Chains verifyAll() {
        sweep.ask();
        return chains();
    }
}
