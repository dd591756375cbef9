package org.budgetledger.service.budget.recovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.IssueRecoveryNotice;
import org.budgetledger.api.budget.recovery.RecordRepresentation;
import org.budgetledger.api.budget.recovery.RecoverFunds;
import org.budgetledger.api.budget.recovery.WriteOffDebt;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking money back, fairly. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Recovery")
public class RecoveryController {
    private final Commands commands;

    public RecoveryController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Finds what an account holds beyond what it needs")
    @PostMapping("/surpluses")
    ResponseEntity<Map<String, Object>> identifySurplus(Requested<IdentifySurplus> request) {
        return commands.send(request);
    }

    @Operation(summary = "Gives notice that money is asked back")
    @PostMapping("/recovery-notices")
    ResponseEntity<Map<String, Object>> issueNotice(Requested<IssueRecoveryNotice> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records what the payer says about a notice")
    @PostMapping("/recovery-notices/{noticeId}/representations")
    ResponseEntity<Map<String, Object>> recordRepresentation(Requested<RecordRepresentation> request) {
        return commands.send(request);
    }

    @Operation(summary = "Takes public money back")
    @PostMapping("/recoveries")
    ResponseEntity<Map<String, Object>> recover(Requested<RecoverFunds> request) {
        return commands.send(request);
    }

    @Operation(summary = "Gives up a debt")
    @PostMapping("/debts/{debtId}/write-off")
    ResponseEntity<Map<String, Object>> writeOff(Requested<WriteOffDebt> request) {
        return commands.send(request);
    }
}
