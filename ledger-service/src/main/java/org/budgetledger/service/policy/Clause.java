package org.budgetledger.service.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a decision rests on.
 *
 * @param id the name that a decision cites it by, for ever
 * @param source where it stands: an Act, a regulation, guidance, or a rule of the ledger's own
 * @param sentence what it says, in one plain sentence
 * @param governs the names of the commands that rest on it; none where it governs a figure rather than a command
 */
public record Clause(String id, String source, String sentence, List<String> governs) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    public Clause {
        governs = List.copyOf(governs);
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a clause's id must be 2 to 60 lower-case letters, digits and hyphens, a letter first, not '" + id
                            + "'");
        }
    }
}
