package org.budgetledger.service.sample;

import java.util.List;

/**
 * One request, complete in itself: sent again it has the same key and so does nothing again (R2).
 *
 * @param budgets the budgets that a role bound to budgets is for
 * @param key the {@code Idempotency-Key}
 */
record SampleRequest(String method, String path, String body, Desk desk, List<String> budgets, String key) {
    SampleRequest {
        budgets = List.copyOf(budgets);
    }
}
