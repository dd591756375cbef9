package org.budgetledger.api.policy;

import java.util.List;
import java.util.Map;

/**
 * What a decision rests on (R29): it stays with every event that came of it, and the hash chain covers it.
 *
 * @param clauses the ids of the pack's clauses; none where no clause governs what was reported
 */
public record Basis(PolicyPackId policyPack, List<String> clauses) {
    /** The name under which the pack stands beside an event. */
    public static final String POLICY_PACK = "policyPack";

    /** The name under which the clauses stand beside an event, with commas between them. */
    public static final String CLAUSES = "clauses";

    public Basis {
        clauses = List.copyOf(clauses);
    }

    /** What is stored of it beside an event. */
    public Map<String, String> toMetadata() {
        return clauses.isEmpty()
                ? Map.of(POLICY_PACK, policyPack.value())
                : Map.of(POLICY_PACK, policyPack.value(), CLAUSES, String.join(",", clauses));
    }
}
