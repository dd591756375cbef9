package org.budgetledger.service.budget.suspension;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.suspension.ResumePayments;
import org.budgetledger.api.budget.suspension.SuspendPayments;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stopping payments for a while. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Suspension")
public class SuspensionController {
    private final Commands commands;

    public SuspensionController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Suspends payments")
    @PostMapping("/suspension")
    ResponseEntity<Map<String, Object>> suspend(Requested<SuspendPayments> request) {
        return commands.send(request);
    }

    @Operation(summary = "Resumes payments")
    @PostMapping("/suspension/resumption")
    ResponseEntity<Map<String, Object>> resume(Requested<ResumePayments> request) {
        return commands.send(request);
    }
}
