package org.budgetledger.service.run.uplift;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;
import org.budgetledger.service.run.ItemTables;
import org.budgetledger.service.run.Run;
import org.budgetledger.service.run.RunItem;
import org.budgetledger.service.run.RunKind;
import org.budgetledger.service.run.Runs;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.BadInput;
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

/** Changing the rates of many budgets at once. */
@RestController
@RequestMapping("/v1/uplifts")
@Tag(name = "Uplifts")
public class UpliftController {
    /** {@link UpliftRequest#MAX_ROWS} rows as JSON, with white space as people's programs write it. */
    private static final int MAX_BYTES = 12 * 1024 * 1024;

    private final Runs runs;
    private final UpliftViews views;
    private final ItemTables items;

    public UpliftController(Runs runs, UpliftViews views, ItemTables items) {
        this.runs = runs;
        this.views = views;
        this.items = items;
    }

    @Operation(
            operationId = "previewUplift",
            summary = "Starts an uplift from a list or a file of new rates: each is previewed, and nothing is changed",
            parameters = @Parameter(ref = "#/components/parameters/IdempotencyKey"),
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = UpliftRequest.class)),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    UpliftView preview(
            Caller caller,
            HttpServletRequest request,
            @Parameter(description = "The first day of the new rates; with a file only.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate effectiveFrom,
            @Parameter(description = "The reason that each person can read; with a file only.")
                    @RequestParam(required = false)
                    @Nullable
                    String reason)
            throws IOException {
        requireUplifter(caller);
        var posted =
                Posted.isCsv(request) ? file(request, effectiveFrom, reason) : list(request, effectiveFrom, reason);
        var asked = posted.body();
        return views.of(runs.start(
                RunKind.UPLIFT,
                caller.actor(),
                posted,
                asked.upliftId(),
                new UpliftTerms(asked.effectiveFrom(), asked.reason()),
                run -> {
                    items.add(run, waiting(asked.rows()));
                    return asked.rows().size();
                }));
    }

    private static Posted<UpliftRequest> list(
            HttpServletRequest request, @Nullable LocalDate effectiveFrom, @Nullable String reason) throws IOException {
        if (effectiveFrom != null || reason != null) {
            throw new BadInput(
                    "INVALID_FIELD",
                    effectiveFrom == null ? "reason" : "effectiveFrom",
                    "effectiveFrom and reason stand in the body, but with a file.");
        }
        var posted = Posted.json(request, UpliftRequest.class, MAX_BYTES);
        RateFile.check(posted.body().rows());
        return posted;
    }

    private static Posted<UpliftRequest> file(
            HttpServletRequest request, @Nullable LocalDate effectiveFrom, @Nullable String reason) throws IOException {
        if (effectiveFrom == null || reason == null) {
            var missing = effectiveFrom == null ? "effectiveFrom" : "reason";
            throw new BadInput("MISSING_FIELD", missing, "The query parameter " + missing + " goes with a file.");
        }
        var posted = Posted.text(request, MAX_BYTES);
        var rows = RateFile.read(posted.body());
        return new Posted<>(posted.key(), new UpliftRequest(null, effectiveFrom, words(reason), rows), posted.digest());
    }

    private static FreeText words(String reason) {
        try {
            return new FreeText(reason);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "reason", "reason: " + e.getMessage() + ".");
        }
    }

    private static List<RunItem> waiting(List<UpliftRequest.Row> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new RunItem(
                        i + 1L,
                        0,
                        rows.get(i).budgetId(),
                        rows.get(i).stream().name(),
                        rows.get(i).weekly().pence()))
                .toList();
    }

    @Operation(summary = "Lists the authority's uplifts, the latest first")
    @GetMapping
    UpliftPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Reader.requireOverall(caller);
        var part = runs.list(RunKind.UPLIFT, caller.actor(), Reader.page(cursor, limit));
        return new UpliftPage(part.lines().stream().map(views::of).toList(), part.next());
    }

    @Operation(summary = "An uplift: how far it is, old and new rates, and what days that were paid for come to")
    @GetMapping("/{upliftId}")
    UpliftView uplift(Caller caller, @PathVariable ItemId upliftId) {
        Reader.requireOverall(caller);
        return views.of(find(caller, upliftId));
    }

    @Operation(summary = "The rates of an uplift, in the order of its rows")
    @GetMapping("/{upliftId}/rows")
    UpliftRows rows(
            Caller caller,
            @PathVariable ItemId upliftId,
            @RequestParam(required = false) @Nullable RateStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Reader.requireOverall(caller);
        var state = status == null ? null : status.state();
        return UpliftRows.of(upliftId, runs.items(find(caller, upliftId), state, Reader.page(cursor, limit)));
    }

    @Operation(
            operationId = "applyUplift",
            summary = "Changes every rate of an uplift that can be changed; asked again, it changes nothing")
    @ApiResponse(responseCode = "202", description = "It is being applied, or has been.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Refused")
    @PostMapping("/{upliftId}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    UpliftView apply(Caller caller, @PathVariable ItemId upliftId) {
        requireUplifter(caller);
        var run = find(caller, upliftId);
        return views.of(
                runs.carryOut(run, caller.actor(), run.terms(UpliftTerms.class).effectiveFrom()));
    }

    private Run find(Caller caller, ItemId upliftId) {
        return runs.find(RunKind.UPLIFT, caller.actor(), upliftId);
    }

    private static void requireUplifter(Caller caller) {
        var role = caller.actor().role();
        if (!Permissions.mayUplift(role)) {
            throw new RefusedException(Refusal.roleNotAllowed(role, "change rates of many budgets"));
        }
    }
}
