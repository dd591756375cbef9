package org.budgetledger.service.budget.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.budget.review.CareManagerReview;
import org.budgetledger.api.budget.review.CaseloadPage;
import org.budgetledger.api.budget.review.GetCareManagerReview;
import org.budgetledger.api.budget.review.GetRecipientReview;
import org.budgetledger.api.budget.review.GetTrustReview;
import org.budgetledger.api.budget.review.ListCaseload;
import org.budgetledger.api.budget.review.RecipientReview;
import org.budgetledger.api.budget.review.TrustReview;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Step 7 review views: the same figures for the person, the trustees and the care manager. */
@RestController
@Tag(name = "Reading reviews")
public class ReviewViewController {
    private final Reader reader;

    public ReviewViewController(Reader reader) {
        this.reader = reader;
    }

    @Operation(summary = "The review as the person reads it")
    @GetMapping("/v1/budgets/{budgetId}/reviews/recipient")
    RecipientReview recipient(Caller caller, @PathVariable BudgetId budgetId) {
        return reader.about(
                caller,
                budgetId,
                version -> new GetRecipientReview(caller.actor().authority(), budgetId, reader.today(), version));
    }

    @Operation(summary = "The review as the trustees of a user-controlled trust read it")
    @GetMapping("/v1/budgets/{budgetId}/reviews/trust")
    TrustReview trust(Caller caller, @PathVariable BudgetId budgetId) {
        return reader.about(
                caller,
                budgetId,
                version -> new GetTrustReview(caller.actor().authority(), budgetId, reader.today(), version));
    }

    @Operation(summary = "The review as the care manager reads it")
    @GetMapping("/v1/budgets/{budgetId}/reviews/care-manager")
    CareManagerReview careManager(Caller caller, @PathVariable BudgetId budgetId) {
        return reader.about(
                caller,
                budgetId,
                version -> new GetCareManagerReview(caller.actor().authority(), budgetId, reader.today(), version));
    }

    @Operation(summary = "The care manager's caseload, reviews that are due first at the top")
    @GetMapping("/v1/caseload")
    CaseloadPage caseload(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reader.list(
                caller, new ListCaseload(caller.actor().authority(), Reader.page(cursor, limit), reader.today()));
    }
}
