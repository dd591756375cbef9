package org.budgetledger.service.budget.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.control.ChangeTrustees;
import org.budgetledger.api.budget.control.ChooseControl;
import org.budgetledger.api.budget.control.LapseAgreement;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.control.SetPayee;
import org.budgetledger.api.budget.control.SignAgreement;
import org.budgetledger.api.budget.control.VerifyPayee;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Choosing how much control to take, and taking it. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Control")
public class ControlController {
    private final Commands commands;

    public ControlController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Records the degrees of control the person chose")
    @PostMapping("/control-choices")
    ResponseEntity<Map<String, Object>> choose(Requested<ChooseControl> request) {
        return commands.send(request);
    }

    @Operation(summary = "Sets how the allocation is deployed")
    @PostMapping("/deployments")
    ResponseEntity<Map<String, Object>> setDeployments(Requested<SetDeployments> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a signed agreement")
    @PostMapping("/agreements")
    ResponseEntity<Map<String, Object>> sign(Requested<SignAgreement> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records that trustees joined or left")
    @PostMapping("/agreements/trustees")
    ResponseEntity<Map<String, Object>> changeTrustees(Requested<ChangeTrustees> request) {
        return commands.send(request);
    }

    @Operation(summary = "Ends an agreement")
    @PostMapping("/agreements/lapse")
    ResponseEntity<Map<String, Object>> lapse(Requested<LapseAgreement> request) {
        return commands.send(request);
    }

    @Operation(summary = "Names who a deployment is paid to")
    @PostMapping("/payees")
    ResponseEntity<Map<String, Object>> setPayee(Requested<SetPayee> request) {
        return commands.send(request);
    }

    @Operation(summary = "Confirms the payee, by someone else")
    @PostMapping("/payees/verification")
    ResponseEntity<Map<String, Object>> verifyPayee(Requested<VerifyPayee> request) {
        return commands.send(request);
    }
}
