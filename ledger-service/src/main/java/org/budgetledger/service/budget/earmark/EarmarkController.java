package org.budgetledger.service.budget.earmark;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting money aside. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Earmark")
public class EarmarkController {
    private final Commands commands;

    public EarmarkController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Sets money aside")
    @PostMapping("/earmarks")
    ResponseEntity<Map<String, Object>> set(Requested<SetEarmark> request) {
        return commands.send(request);
    }

    @Operation(summary = "Frees what is set aside")
    @PostMapping("/earmarks/{earmarkId}/release")
    ResponseEntity<Map<String, Object>> release(Requested<ReleaseEarmark> request) {
        return commands.send(request);
    }
}
