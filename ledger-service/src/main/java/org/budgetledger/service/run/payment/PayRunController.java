package org.budgetledger.service.run.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunKind;
import org.budgetledger.service.run.Runs;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.Posted;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paying a whole authority for a period. */
@RestController
@RequestMapping("/v1/pay-runs")
@Tag(name = "Pay runs")
public class PayRunController {
    private static final int MAX_BYTES = 4_096;

    private final Runs runs;
    private final PayRunViews views;
    private final PayRunOfOne ofOne;
    private final PolicyPacks packs;
    private final Clock clock;

    public PayRunController(Runs runs, PayRunViews views, PayRunOfOne ofOne, PolicyPacks packs, Clock clock) {
        this.runs = runs;
        this.views = views;
        this.ofOne = ofOne;
        this.packs = packs;
        this.clock = clock;
    }

    @Operation(
            operationId = "previewPayRun",
            summary = "Starts a pay run: every budget of the authority is previewed, and nothing is released",
            parameters = @Parameter(ref = "#/components/parameters/IdempotencyKey"),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PayRunRequest.class))))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PayRunView preview(Caller caller, HttpServletRequest request) throws IOException {
        requireReleaser(caller);
        var posted = Posted.json(request, PayRunRequest.class, MAX_BYTES);
        var asked = posted.body();
        var actor = caller.actor();
        var payDay = packs.defaultFor(actor.authority()).workingDays().payDay(asked.periodFrom());
        runs.level();
        return views.of(runs.start(
                RunKind.PAY_RUN,
                actor,
                posted,
                asked.payRunId(),
                asked.terms(payDay),
                run -> runs.everyBudget(run, actor)));
    }

    @Operation(summary = "Lists the authority's pay runs, the latest first")
    @GetMapping
    PayRunPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Reader.requireOverall(caller);
        var part = runs.list(RunKind.PAY_RUN, caller.actor(), Reader.page(cursor, limit));
        return new PayRunPage(part.lines().stream().map(views::of).toList(), part.next());
    }

    @Operation(summary = "A pay run: how far it is, what it comes to, and what cannot be paid")
    @GetMapping("/{payRunId}")
    PayRunView payRun(Caller caller, @PathVariable ItemId payRunId) {
        Reader.requireOverall(caller);
        return views.of(find(caller, payRunId));
    }

    @Operation(summary = "The payments of a pay run, itemised, and what cannot be paid with its reason")
    @GetMapping("/{payRunId}/payments")
    PayRunPayments payments(
            Caller caller,
            @PathVariable ItemId payRunId,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Reader.requireOverall(caller);
        var state = status == null ? null : status.state();
        return PayRunPayments.of(payRunId, runs.items(find(caller, payRunId), state, Reader.page(cursor, limit)));
    }

    @Operation(
            operationId = "releasePayRun",
            summary = "Releases every payment of a pay run that is payable; asked again, it changes nothing")
    @ApiResponse(responseCode = "202", description = "It is being released, or has been.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Refused")
    @PostMapping("/{payRunId}/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PayRunView release(Caller caller, @PathVariable ItemId payRunId) {
        requireReleaser(caller);
        var run = find(caller, payRunId);
        return views.of(runs.carryOut(run, caller.actor(), payDay(run)));
    }

    @Operation(
            operationId = "releasePayRunBudget",
            summary =
                    "Releases what is payable of one budget in a pay run, looked at anew; asked again, it changes nothing")
    @ApiResponse(responseCode = "200", description = "What became of its payments.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Refused")
    @PostMapping("/{payRunId}/payments/{budgetId}/release")
    PayRunPayments releaseOne(Caller caller, @PathVariable ItemId payRunId, @PathVariable BudgetId budgetId) {
        requireReleaser(caller);
        var run = find(caller, payRunId);
        var on = Runs.later(payDay(run), CivilDates.of(clock.instant()));
        return PayRunPayments.of(payRunId, new Runs.Part<>(ofOne.release(run.as(caller.actor(), on), budgetId), null));
    }

    private Run find(Caller caller, ItemId payRunId) {
        return runs.find(RunKind.PAY_RUN, caller.actor(), payRunId);
    }

    private static LocalDate payDay(Run run) {
        return run.terms(PayRunTerms.class).payDay();
    }

    private static void requireReleaser(Caller caller) {
        var role = caller.actor().role();
        if (!Permissions.maySend(role, ReleasePayment.class)) {
            throw new RefusedException(Refusal.roleNotAllowed(role, "release payments"));
        }
    }
}
