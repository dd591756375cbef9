package org.budgetledger.service.budget;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.DebtsView;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.budget.balance.GetDebts;
import org.budgetledger.api.budget.overview.BudgetPage;
import org.budgetledger.api.budget.overview.BudgetView;
import org.budgetledger.api.budget.overview.GetBudget;
import org.budgetledger.api.budget.overview.ListBudgets;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read about one budget. */
@RestController
@RequestMapping("/v1/budgets")
@Tag(name = "Reading budgets")
public class BudgetReadController {
    private final Reader reader;

    public BudgetReadController(Reader reader) {
        this.reader = reader;
    }

    @Operation(summary = "Lists the authority's budgets")
    @GetMapping
    BudgetPage list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reader.list(
                caller, new ListBudgets(caller.actor().authority(), Reader.page(cursor, limit), reader.today()));
    }

    @Operation(summary = "The outline of a budget")
    @GetMapping("/{budgetId}")
    BudgetView overview(Caller caller, @PathVariable BudgetId budgetId) {
        return reader.about(
                caller,
                budgetId,
                version -> new GetBudget(caller.actor().authority(), budgetId, reader.today(), version));
    }

    @Operation(summary = "What is left, by account, deployment and stream")
    @GetMapping("/{budgetId}/balance")
    BalanceView balance(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var moment = reader.moment(effectiveOn, knownAt);
        return reader.about(
                caller,
                budgetId,
                version -> new GetBalance(caller.actor().authority(), budgetId, moment, reader.today(), version));
    }

    @Operation(summary = "What is owed, item by item")
    @GetMapping("/{budgetId}/debts")
    DebtsView debts(
            Caller caller,
            @PathVariable BudgetId budgetId,
            @RequestParam(required = false) @Nullable String effectiveOn,
            @RequestParam(required = false) @Nullable String knownAt) {
        var moment = reader.moment(effectiveOn, knownAt);
        return reader.about(
                caller,
                budgetId,
                version -> new GetDebts(caller.actor().authority(), budgetId, moment, reader.today(), version));
    }
}
