package org.budgetledger.service.faults;

import java.util.UUID;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.LedgerClient.Answer;

/** The fact that these tests record. */
final class Spends {
    private Spends() {}

    static Answer spend(LedgerClient officer, String budget, long pence) {
        return spend(officer, budget, UUID.randomUUID().toString(), pence);
    }

    static Answer spend(LedgerClient officer, String budget, String key, long pence) {
        return officer.post("/v1/budgets/" + budget + "/spends", key, """
                {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "2025-05-06",
                 "evidence": {"kind": "STATEMENT_LINE", "reference": "line 1"}}""".formatted(pence));
    }
}
