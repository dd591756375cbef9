package org.budgetledger.projections.stream;

/** The projections: each has its own tables and its own place in every stream, and can be rebuilt alone. */
public enum Projection {
    BUDGETS(
            "budgets",
            "budget",
            "budget_fact",
            "account",
            "entry",
            "earmark",
            "earmark_release",
            "authorisation",
            "authorisation_end"),
    POOLS("pools", "pool", "pool_member", "pool_source", "pool_share", "pool_entry", "pool_authorisation"),
    AUDIT("audit", "audit_event");

    private final String group;
    private final String tables;

    Projection(String group, String... tables) {
        this.group = group;
        this.tables = String.join(", ", tables);
    }

    /** The name of its processing group, its event processor and its dead-letter queue. */
    public String group() {
        return group;
    }

    /**
     * Empties the projection. In one statement with its heads, so that a reader who has seen a head is waited for and one who
     * comes later finds neither head nor rows.
     */
    String truncation() {
        return "TRUNCATE stream_head_" + group + ", " + tables;
    }
}
