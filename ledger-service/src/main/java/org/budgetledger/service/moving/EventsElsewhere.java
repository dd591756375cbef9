package org.budgetledger.service.moving;

/** The ledger was started where its events are not: it would go on from an old copy, or from half a one. */
public final class EventsElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String action;

    EventsElsewhere(String why, String action) {
        super(why);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
