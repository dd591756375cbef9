package org.budgetledger.api.budget.explanation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A figure that can be asked to explain itself. */
public enum Figure {
    /** What is left. */
    BALANCE,
    /** What a decision may still take. */
    FREE,
    /** The gross sum that has come due to date, whoever holds it. */
    ENTITLEMENT,
    /** What is owed to the holder. */
    ARREARS,
    /** What the holder owes: overpayments, disallowed spends and arrears of contributions. */
    DEBTS,
    /** What the person has not paid of the contributions that fell due. */
    CONTRIBUTION_ARREARS,
    /** What accounts hold beyond what they need (R24), by what the ledger knows. */
    SURPLUS;

    /** As it stands in an address: {@code contribution-arrears}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure of this address. */
    public static Optional<Figure> of(String path) {
        return Arrays.stream(values())
                .filter(figure -> figure.path().equals(path))
                .findFirst();
    }
}
