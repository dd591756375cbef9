package org.budgetledger.service.budget.due;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.ending.FinalAccountView;
import org.budgetledger.api.budget.ending.GetFinalAccount;
import org.budgetledger.api.budget.recovery.GetRecoveries;
import org.budgetledger.api.budget.recovery.ListSurplusWatch;
import org.budgetledger.api.budget.recovery.RecoveriesView;
import org.budgetledger.api.budget.recovery.SurplusWatchPage;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.security.Permissions;
import org.budgetledger.service.store.RefusedException;
import org.budgetledger.service.web.BadInput;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked back, what was, and what a budget comes to at its end. */
@RestController
@Tag(name = "Reading what is due")
public class RecoveryReadController {
    /** Ten years: nobody asks for more, and the rate times it stays a sum. */
    private static final int MAX_WEEKS = 520;

    private final Reader reader;
    private final PolicyPacks packs;

    public RecoveryReadController(Reader reader, PolicyPacks packs) {
        this.reader = reader;
        this.packs = packs;
    }

    @Operation(summary = "Surpluses, notices, recoveries and write-offs, and what is outstanding")
    @GetMapping("/v1/budgets/{budgetId}/recoveries")
    RecoveriesView recoveries(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var moment = reader.moment(effectiveOn, knownAt);
        return reader.about(
                caller,
                budgetId,
                version -> new GetRecoveries(caller.actor().authority(), budgetId, moment, reader.today(), version));
    }

    @Operation(summary = "The final account of a budget that has ended")
    @GetMapping("/v1/budgets/{budgetId}/final-account")
    FinalAccountView finalAccount(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var moment = reader.moment(effectiveOn, knownAt);
        var view = reader.about(
                caller,
                budgetId,
                version -> new GetFinalAccount(caller.actor().authority(), budgetId, moment, reader.today(), version));
        if (view.lastDay() == null) {
            throw new RefusedException(Refusal.finalAccountNotFound());
        }
        return view;
    }

    @Operation(summary = "The authority's accounts that hold more than so many weeks of their rate")
    @GetMapping("/v1/surplus-watch")
    SurplusWatchPage surplusWatch(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer minWeeks,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var actor = caller.actor();
        if (!Permissions.mayWatchSurpluses(actor.role())) {
            throw new RefusedException(Refusal.roleNotAllowed(actor.role(), "watch what accounts hold"));
        }
        var kept = WeeksKept.of(actor.authority(), packs);
        var least = minWeeks == null ? kept.standard() : minWeeks;
        if (least < 0 || least > MAX_WEEKS) {
            throw new BadInput("INVALID_FIELD", "minWeeks", "minWeeks must be from 0 to " + MAX_WEEKS + ".");
        }
        return reader.list(
                caller,
                new ListSurplusWatch(actor.authority(), least, kept, Reader.page(cursor, limit), reader.today()));
    }
}
