package org.budgetledger.api.budget.withdrawal;

import org.budgetledger.api.FreeText;

/** Why two steps may fall on one day. */
public record Urgency(Ground ground, FreeText reason) {
    public enum Ground {
        FRAUD,
        SAFEGUARDING,
        CONSENT_WITHDRAWN,
        BARRED_BY_LAW
    }
}
