package org.budgetledger.projections.stream;

/**
 * The projections: each has its own tables and its own place in every stream, and can be rebuilt alone. Which tables they are
 * is in the database ({@code projection_table}).
 */
public enum Projection {
    BUDGETS("budgets"),
    POOLS("pools"),
    AUDIT("audit");

    private final String group;

    Projection(String group) {
        this.group = group;
    }

    /** The name of its processing group, its event processor and its dead-letter queue. */
    public String group() {
        return group;
    }

    /** Where it stands in each stream. */
    public String heads() {
        return "stream_head_" + group;
    }
}
