package org.budgetledger.service.budget.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.plan.AgreePlan;
import org.budgetledger.api.budget.plan.RevisePlan;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planning. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Plan")
public class PlanController {
    private final Commands commands;

    public PlanController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Records the agreed plan")
    @PostMapping("/plan")
    ResponseEntity<Map<String, Object>> agree(Requested<AgreePlan> request) {
        return commands.send(request);
    }

    @Operation(summary = "Replaces the plan")
    @PostMapping("/plan/revisions")
    ResponseEntity<Map<String, Object>> revise(Requested<RevisePlan> request) {
        return commands.send(request);
    }
}
