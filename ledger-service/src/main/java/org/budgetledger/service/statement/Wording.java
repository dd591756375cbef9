package org.budgetledger.service.statement;

import java.util.Locale;
import org.budgetledger.api.budget.statement.LineKind;

/** How people read what programs read by its name. */
final class Wording {
    private Wording() {}

    static String of(LineKind kind) {
        return switch (kind) {
            case PAYMENT -> "Payment";
            case CONTRIBUTION -> "Your contribution";
            case TOP_UP -> "Top-up";
            case INTEREST -> "Interest";
            case REFUND -> "Refund";
            case POOL_RETURN -> "Back from a pool";
            case TRANSFER_IN -> "Moved in";
            case CREDIT -> "Credit not yet explained";
            case ENTITLEMENT -> "Came due";
            case SPEND -> "Spend";
            case POOL_CONTRIBUTION -> "Into a pool";
            case TRANSFER_OUT -> "Moved out";
            case RECOVERY -> "Recovered";
            case CONTRIBUTION_REFUND -> "Contribution given back";
        };
    }

    /** The name of a constant as words. */
    static String of(Enum<?> name) {
        var words = name.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
