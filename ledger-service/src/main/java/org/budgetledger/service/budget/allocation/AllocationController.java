package org.budgetledger.service.budget.allocation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.allocation.AllocateBudget;
import org.budgetledger.api.budget.allocation.AssessContribution;
import org.budgetledger.api.budget.allocation.NotifyAllocation;
import org.budgetledger.api.budget.allocation.OpenBudget;
import org.budgetledger.api.budget.allocation.RecordRasResult;
import org.budgetledger.api.budget.allocation.ReviseAllocation;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Being told the sum. */
@RestController
@RequestMapping("/v1/budgets")
@Tag(name = "Allocation")
public class AllocationController {
    private final Commands commands;

    public AllocationController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Opens a budget")
    @PostMapping
    ResponseEntity<Map<String, Object>> open(Requested<OpenBudget> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a resource allocation result")
    @PostMapping("/{budgetId}/ras-results")
    ResponseEntity<Map<String, Object>> recordRasResult(Requested<RecordRasResult> request) {
        return commands.send(request);
    }

    @Operation(summary = "Allocates a sum on a stream")
    @PostMapping("/{budgetId}/allocations")
    ResponseEntity<Map<String, Object>> allocate(Requested<AllocateBudget> request) {
        return commands.send(request);
    }

    @Operation(summary = "Changes a sum, from any day")
    @PostMapping("/{budgetId}/allocation-revisions")
    ResponseEntity<Map<String, Object>> revise(Requested<ReviseAllocation> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records that the person was told")
    @PostMapping("/{budgetId}/allocation-notices")
    ResponseEntity<Map<String, Object>> notifyAllocation(Requested<NotifyAllocation> request) {
        return commands.send(request);
    }

    @Operation(summary = "Assesses the contribution to a stream")
    @PostMapping("/{budgetId}/contribution-assessments")
    ResponseEntity<Map<String, Object>> assessContribution(Requested<AssessContribution> request) {
        return commands.send(request);
    }
}
