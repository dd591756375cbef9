package org.budgetledger.service.run;

import org.budgetledger.api.ItemId;
import org.budgetledger.api.Refusal;

/** Why a run is not shown, or not carried out. */
public final class RunRefusals {
    private RunRefusals() {}

    /** R31: another authority's run is answered like one that does not exist. */
    public static Refusal notFound(ItemId id) {
        return new Refusal.Plain("RUN_NOT_FOUND", 404, "There is no run " + id + ".");
    }

    public static Refusal notPreviewed() {
        return new Refusal.Plain(
                "RUN_NOT_PREVIEWED", 409, "The preview is still being made; it can be carried out once it is there.");
    }

    public static Refusal otherCycle(String sentence) {
        return new Refusal.Plain("OTHER_CYCLE", 409, sentence);
    }

    /** Something on our side, several times in a row. */
    public static Refusal tryAgain() {
        return new Refusal.Plain(
                "TRY_AGAIN",
                503,
                "The ledger could not decide on it; nothing was recorded, and it may be asked for again.");
    }
}
