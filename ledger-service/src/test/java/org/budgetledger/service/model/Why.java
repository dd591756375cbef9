package org.budgetledger.service.model;

/** A refusal that the rules allow: its code, and what it must say beyond that, such as the shortfall in pence. */
record Why(String code, String says) {
    Why(String code) {
        this(code, "");
    }

    static Why tooLittle(long free, long shortfall, Object budget) {
        return new Why("INSUFFICIENT_FUNDS", "free " + free + " short " + shortfall + " of " + budget);
    }
}
