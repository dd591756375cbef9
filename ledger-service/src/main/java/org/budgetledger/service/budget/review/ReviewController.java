package org.budgetledger.service.budget.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.budgetledger.api.budget.review.AssessOutcome;
import org.budgetledger.api.budget.review.HoldReview;
import org.budgetledger.api.budget.review.ShareLearning;
import org.budgetledger.service.web.Commands;
import org.budgetledger.service.web.Requested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Step 7: what people record of it. */
@RestController
@RequestMapping("/v1/budgets/{budgetId}")
@Tag(name = "Review")
public class ReviewController {
    private final Commands commands;

    public ReviewController(Commands commands) {
        this.commands = commands;
    }

    @Operation(summary = "Records a review")
    @PostMapping("/reviews")
    ResponseEntity<Map<String, Object>> hold(Requested<HoldReview> request) {
        return commands.send(request);
    }

    @Operation(summary = "Says how far an outcome is lived")
    @PostMapping("/outcomes/{outcomeId}/assessments")
    ResponseEntity<Map<String, Object>> assessOutcome(Requested<AssessOutcome> request) {
        return commands.send(request);
    }

    @Operation(summary = "Shares what was learned")
    @PostMapping("/learning")
    ResponseEntity<Map<String, Object>> shareLearning(Requested<ShareLearning> request) {
        return commands.send(request);
    }
}
