package org.budgetledger.api.budget.spending;

/** What is worth a look about a spend that was recorded all the same (R9). */
public enum SpendFlag {
    /** The deployment as a whole goes below zero. A question for the care manager, not a debt (R12). */
    OVERDRAWN,
    /** A stream goes below zero while its deployment, or a member while the pool, as a whole does not. */
    RING_FENCE,
    /** A day of service lies inside a suspension. */
    DURING_SUSPENSION,
    /** A day of service lies after the last day. */
    AFTER_END,
    /** It names an outcome that the plan does not have. */
    OUTSIDE_PLAN,
    /** What was bought may not be bought by this mode (R10). */
    BARRED_BY_MODE,
    /** Fewer approvers than the agreement asks above its sum. */
    APPROVAL_RULE,
    /** A person judged it illegal, with a reason. */
    ILLEGAL
}
