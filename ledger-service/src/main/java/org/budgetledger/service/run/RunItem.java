package org.budgetledger.service.run;

import org.budgetledger.api.BudgetId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do in a run.
 *
 * @param number the budget's place in the run, or the row's in its file
 * @param part its place among what there is to do for that number
 * @param subject the deployment or the stream; empty while that is not known
 * @param asked pence a week, where a rate is asked for
 */
public record RunItem(
        long number,
        int part,
        BudgetId budgetId,
        String subject,
        @Nullable Long asked) {}
