package org.budgetledger.service.scenario;

import java.util.List;

/**
 * Who takes a step.
 *
 * @param budgets the budgets that a bound role is for; may name variables
 */
record Caller(String actor, String role, String authority, List<String> budgets) {
    /** The council of the worked examples. */
    static final String DEFAULT_AUTHORITY = "northmere";

    Caller {
        budgets = List.copyOf(budgets);
    }

    Caller with(Variables variables) {
        return new Caller(
                variables.in(actor),
                role,
                authority,
                budgets.stream().map(variables::in).toList());
    }
}
