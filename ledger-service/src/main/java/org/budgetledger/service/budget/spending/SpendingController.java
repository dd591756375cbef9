package org.budgetledger.service.budget.spending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordRefund;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that is used. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Spending")
public class SpendingController {
    private final Commands commands;

    public SpendingController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Authorises a spend")
    @PostMapping("/authorisations")
    ResponseEntity<Map<String, Object>> authorise(Requested<AuthoriseSpend> request) {
        return commands.send(request);
    }

    @Operation(summary = "Cancels an authorisation")
    @PostMapping("/authorisations/{authorisationId}/cancellation")
    ResponseEntity<Map<String, Object>> cancel(Requested<CancelAuthorisation> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a spend")
    @PostMapping("/spends")
    ResponseEntity<Map<String, Object>> record(Requested<RecordSpend> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records a refund")
    @PostMapping("/spends/{spendId}/refunds")
    ResponseEntity<Map<String, Object>> recordRefund(Requested<RecordRefund> request) {
        return commands.send(request);
    }

    @Operation(summary = "Reverses an entry")
    @PostMapping("/entries/{entryId}/reversal")
    ResponseEntity<Map<String, Object>> reverse(Requested<ReverseEntry> request) {
        return commands.send(request);
    }

    @Operation(summary = "Asks about a spend")
    @PostMapping("/spends/{spendId}/query")
    ResponseEntity<Map<String, Object>> query(Requested<QuerySpend> request) {
        return commands.send(request);
    }

    @Operation(summary = "Answers a query")
    @PostMapping("/spends/{spendId}/query/answer")
    ResponseEntity<Map<String, Object>> answerQuery(Requested<AnswerQuery> request) {
        return commands.send(request);
    }

    @Operation(summary = "Accepts or disallows the spend")
    @PostMapping("/spends/{spendId}/query/resolution")
    ResponseEntity<Map<String, Object>> resolveQuery(Requested<ResolveQuery> request) {
        return commands.send(request);
    }
}
