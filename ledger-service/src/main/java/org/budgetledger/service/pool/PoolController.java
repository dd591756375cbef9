package org.budgetledger.service.pool;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that several budgets put together. */
@RestController
@RequestMapping("/v1/pools")
@Tag(name = "Pools")
public class PoolController {
    private final Commands commands;

    public PoolController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Pools budgets")
    @PostMapping
    ResponseEntity<Map<String, Object>> open(Requested<PoolBudgets> request) {
        return commands.send(request);
    }

    @Operation(summary = "Adds a member")
    @PostMapping("/{poolId}/members")
    ResponseEntity<Map<String, Object>> join(Requested<JoinPool> request) {
        return commands.send(request);
    }

    @Operation(summary = "Puts in more")
    @PostMapping("/{poolId}/contributions")
    ResponseEntity<Map<String, Object>> contribute(Requested<ContributeToPool> request) {
        return commands.send(request);
    }

    @Operation(summary = "Authorises a spend")
    @PostMapping("/{poolId}/authorisations")
    ResponseEntity<Map<String, Object>> authorise(Requested<AuthorisePoolSpend> request) {
        return commands.send(request);
    }

    @Operation(summary = "Cancels an authorisation")
    @PostMapping("/{poolId}/authorisations/{authorisationId}/cancellation")
    ResponseEntity<Map<String, Object>> cancel(Requested<CancelPoolAuthorisation> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a spend")
    @PostMapping("/{poolId}/spends")
    ResponseEntity<Map<String, Object>> record(Requested<RecordPoolSpend> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a refund")
    @PostMapping("/{poolId}/spends/{spendId}/refunds")
    ResponseEntity<Map<String, Object>> recordRefund(Requested<RecordPoolRefund> request) {
        return commands.send(request);
    }

    @Operation(summary = "Lets a member leave with their share")
    @PostMapping("/{poolId}/departures")
    ResponseEntity<Map<String, Object>> leave(Requested<LeavePool> request) {
        return commands.send(request);
    }

    @Operation(summary = "Closes the pool and returns every share")
    @PostMapping("/{poolId}/closure")
    ResponseEntity<Map<String, Object>> close(Requested<ClosePool> request) {
        return commands.send(request);
    }
}
