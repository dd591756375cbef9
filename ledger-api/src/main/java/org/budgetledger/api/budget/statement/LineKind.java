package org.budgetledger.api.budget.statement;

import org.budgetledger.api.Money;

/** What a line of a statement is: each kind has one total in an account, and comes in or goes out. */
public enum LineKind {
    PAYMENT(true),
    CONTRIBUTION(true),
    TOP_UP(true),
    INTEREST(true),
    REFUND(true),
    POOL_RETURN(true),
    TRANSFER_IN(true),
    /** A credit that no one has explained yet: in when it is received, out again when it is explained. */
    CREDIT(true),
    /** What came due on an account that holds no money: worked out from the allocations, not recorded (domain §4). */
    ENTITLEMENT(true),
    SPEND(false),
    POOL_CONTRIBUTION(false),
    TRANSFER_OUT(false),
    RECOVERY(false),
    CONTRIBUTION_REFUND(false);

    private final boolean comesIn;

    LineKind(boolean comesIn) {
        this.comesIn = comesIn;
    }

    /** A sum of this kind as it counts in a balance. */
    public Money signed(Money sum) {
        return comesIn ? sum : sum.negated();
    }
}
