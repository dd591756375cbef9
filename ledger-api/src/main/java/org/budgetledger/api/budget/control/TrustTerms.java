package org.budgetledger.api.budget.control;

import java.util.List;
import java.util.Set;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PersonRef;
import org.jspecify.annotations.Nullable;

/** What makes a user-controlled trust: its purpose, how it accounts, its trustees, and how many make a quorum. */
public record TrustTerms(
        FreeText purpose,
        FreeText accountability,
        List<PersonRef> trustees,
        @Nullable Integer quorum) {
    /** A trust larger than this is not one person's. */
    public static final int MAX_TRUSTEES = 20;

    public TrustTerms {
        trustees = List.copyOf(trustees);
        if (trustees.isEmpty()
                || trustees.size() > MAX_TRUSTEES
                || Set.copyOf(trustees).size() != trustees.size()) {
            throw new IllegalArgumentException("trustees must be 1 to " + MAX_TRUSTEES + ", each once");
        }
        if (quorum != null && (quorum < 1 || quorum > trustees.size())) {
            throw new IllegalArgumentException("quorum must be from 1 to the number of trustees");
        }
    }
}
