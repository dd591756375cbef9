package org.budgetledger.service.budget.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.payment.RecordContribution;
import org.budgetledger.api.budget.payment.RecordCredit;
import org.budgetledger.api.budget.payment.RecordInterest;
import org.budgetledger.api.budget.payment.RecordPaymentFailure;
import org.budgetledger.api.budget.payment.RecordTopUp;
import org.budgetledger.api.budget.payment.ReleasePayment;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that comes to a holder. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Payment")
public class PaymentController {
    private final Commands commands;

    public PaymentController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Releases a payment")
    @PostMapping("/payments")
    ResponseEntity<Map<String, Object>> release(Requested<ReleasePayment> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records that a payment failed or was returned")
    @PostMapping("/payments/{paymentId}/failure")
    ResponseEntity<Map<String, Object>> recordFailure(Requested<RecordPaymentFailure> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a contribution")
    @PostMapping("/contributions")
    ResponseEntity<Map<String, Object>> recordContribution(Requested<RecordContribution> request) {
        return commands.send(request);
    }

    @Operation(summary = "Adds the person's own money")
    @PostMapping("/top-ups")
    ResponseEntity<Map<String, Object>> recordTopUp(Requested<RecordTopUp> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records interest")
    @PostMapping("/interest")
    ResponseEntity<Map<String, Object>> recordInterest(Requested<RecordInterest> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records an unexplained credit")
    @PostMapping("/credits")
    ResponseEntity<Map<String, Object>> recordCredit(Requested<RecordCredit> request) {
        return commands.send(request);
    }

    @Operation(summary = "Says what a credit was")
    @PostMapping("/credits/{creditId}/resolution")
    ResponseEntity<Map<String, Object>> resolveCredit(Requested<ResolveCredit> request) {
        return commands.send(request);
    }
}
