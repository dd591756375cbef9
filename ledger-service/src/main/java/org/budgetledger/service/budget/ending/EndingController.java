package org.budgetledger.service.budget.ending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of a budget. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Ending")
public class EndingController {
    private final Commands commands;

    public EndingController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Records that the person died")
    @PostMapping("/death")
    ResponseEntity<Map<String, Object>> recordDeath(Requested<RecordDeath> request) {
        return commands.send(request);
    }

    @Operation(summary = "Closes the budget")
    @PostMapping("/closure")
    ResponseEntity<Map<String, Object>> close(Requested<CloseBudget> request) {
        return commands.send(request);
    }
}
