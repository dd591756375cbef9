package org.budgetledger.service.budget.transfer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.transfer.MoveBetweenDeployments;
import org.budgetledger.api.budget.transfer.TransferBetweenStreams;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving money within a budget. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Transfer")
public class TransferController {
    private final Commands commands;

    public TransferController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Moves money between deployments")
    @PostMapping("/moves")
    ResponseEntity<Map<String, Object>> move(Requested<MoveBetweenDeployments> request) {
        return commands.send(request);
    }

    @Operation(summary = "Moves money between streams")
    @PostMapping("/transfers")
    ResponseEntity<Map<String, Object>> transfer(Requested<TransferBetweenStreams> request) {
        return commands.send(request);
    }
}
