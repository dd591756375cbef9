package org.budgetledger.service.budget.due;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.entitlement.EntitlementView;
import org.budgetledger.api.budget.entitlement.GetEntitlement;
import org.budgetledger.api.budget.explanation.ExplanationView;
import org.budgetledger.api.budget.explanation.Figure;
import org.budgetledger.api.budget.explanation.GetExplanation;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.BadInput;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due on a budget, day by day, and what makes up its figures. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Reading what is due")
public class DueController {
    /** A calendar of more would keep a caller waiting, and nobody can take it in. */
    private static final int MAX_YEARS = 5;

    private final Reader reader;
    private final PolicyPacks packs;

    public DueController(Reader reader, PolicyPacks packs) {
        this.reader = reader;
        this.packs = packs;
    }

    @Operation(
            summary = "What falls due, line by line, what was released for it, and whether every day is settled once")
    @GetMapping("/entitlement")
    EntitlementView entitlement(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var moment = reader.moment(effectiveOn, knownAt);
        var day = moment.dayOr(reader.today());
        var last = Reader.day("to", to);
        var first = Reader.day("from", from);
        requireShort(first == null ? day : first, last == null ? day : last, first != null && last != null);
        return reader.about(
                caller,
                budgetId,
                version -> new GetEntitlement(
                        caller.actor().authority(), budgetId, first, last, moment, reader.today(), version));
    }

    @Operation(summary = "What makes up a figure: items that add up to it")
    @GetMapping("/explanations/{figure}")
    ExplanationView explanation(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String deployment,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var asked = figure(figure);
        var only = deployment(deployment);
        var on = stream(stream);
        var moment = reader.moment(effectiveOn, knownAt);
        var paging = Reader.page(cursor, limit);
        var actor = caller.actor();
        return reader.about(
                caller,
                budgetId,
                version -> new GetExplanation(
                        actor.authority(),
                        budgetId,
                        asked,
                        only,
                        on,
                        actor.role(),
                        WeeksKept.of(actor.authority(), packs),
                        paging,
                        moment,
                        reader.today(),
                        version));
    }

    private static void requireShort(LocalDate first, LocalDate last, boolean both) {
        if (both && last.isBefore(first)) {
            throw new BadInput("INVALID_FIELD", "to", "to must not be before from.");
        }
        if (last.isAfter(first.plusYears(MAX_YEARS))) {
            throw new BadInput("INVALID_FIELD", "to", "The days must be at most " + MAX_YEARS + " years.");
        }
    }

    private static Figure figure(String path) {
        return Figure.of(path)
                .orElseThrow(() -> new BadInput(
                        "INVALID_FIELD",
                        "figure",
                        "figure must be one of "
                                + Arrays.stream(Figure.values())
                                        .map(Figure::path)
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private static @Nullable DeploymentId deployment(@Nullable String text) {
        try {
            return text == null ? null : new DeploymentId(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("INVALID_FIELD", "deployment", "deployment: " + e.getMessage() + ".");
        }
    }

    private static @Nullable FundingStream stream(@Nullable String text) {
        try {
            return text == null ? null : FundingStream.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "INVALID_FIELD",
                    "stream",
                    "stream must be one of "
                            + Arrays.stream(FundingStream.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")) + ".");
        }
    }
}
