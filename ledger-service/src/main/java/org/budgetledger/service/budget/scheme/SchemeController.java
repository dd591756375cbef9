package org.budgetledger.service.budget.scheme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.scheme.AdoptPolicyPack;
import org.budgetledger.api.budget.scheme.ChangePayCycle;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which rules and how often a budget is paid. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Allocation")
public class SchemeController {
    private final Commands commands;

    public SchemeController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Adopts a policy pack from a day on")
    @PostMapping("/policy-pack")
    ResponseEntity<Map<String, Object>> adopt(Requested<AdoptPolicyPack> request) {
        return commands.send(request);
    }

    @Operation(summary = "Changes how often it is paid")
    @PostMapping("/pay-cycle")
    ResponseEntity<Map<String, Object>> changeCycle(Requested<ChangePayCycle> request) {
        return commands.send(request);
    }
}
