package org.budgetledger.service.budget.withdrawal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.withdrawal.ArrangeAlternative;
import org.budgetledger.api.budget.withdrawal.HoldWithdrawalReview;
import org.budgetledger.api.budget.withdrawal.IssueWarning;
import org.budgetledger.api.budget.withdrawal.IssueWithdrawalNotice;
import org.budgetledger.api.budget.withdrawal.OfferSupport;
import org.budgetledger.api.budget.withdrawal.RaiseConcern;
import org.budgetledger.api.budget.withdrawal.WithdrawBudget;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps by which a budget may be withdrawn. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Withdrawal")
public class WithdrawalController {
    private final Commands commands;

    public WithdrawalController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Raises a concern")
    @PostMapping("/withdrawal/concern")
    ResponseEntity<Map<String, Object>> raiseConcern(Requested<RaiseConcern> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records the support offered")
    @PostMapping("/withdrawal/support")
    ResponseEntity<Map<String, Object>> offerSupport(Requested<OfferSupport> request) {
        return commands.send(request);
    }

    @Operation(summary = "Warns of withdrawal")
    @PostMapping("/withdrawal/warning")
    ResponseEntity<Map<String, Object>> issueWarning(Requested<IssueWarning> request) {
        return commands.send(request);
    }

    @Operation(summary = "Records the review before notice")
    @PostMapping("/withdrawal/review")
    ResponseEntity<Map<String, Object>> holdReview(Requested<HoldWithdrawalReview> request) {
        return commands.send(request);
    }

    @Operation(summary = "Gives notice")
    @PostMapping("/withdrawal/notice")
    ResponseEntity<Map<String, Object>> issueNotice(Requested<IssueWithdrawalNotice> request) {
        return commands.send(request);
    }

    @Operation(summary = "Arranges what takes its place")
    @PostMapping("/withdrawal/alternative")
    ResponseEntity<Map<String, Object>> arrangeAlternative(Requested<ArrangeAlternative> request) {
        return commands.send(request);
    }

    @Operation(summary = "Withdraws the budget")
    @PostMapping("/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(Requested<WithdrawBudget> request) {
        return commands.send(request);
    }
}
