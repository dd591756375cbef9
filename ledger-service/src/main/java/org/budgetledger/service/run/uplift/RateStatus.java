package org.budgetledger.service.run.uplift;

import org.budgetledger.service.run.ItemState;

/** What is known of one rate of an uplift. */
public enum RateStatus {
    /** Not looked at yet. */
    WAITING(ItemState.WAITING),
    /** It would be changed. */
    TO_CHANGE(ItemState.READY),
    /** It is that rate already. */
    NO_CHANGE(ItemState.UNCHANGED),
    /** It would be refused, for a reason that is given. */
    NOT_POSSIBLE(ItemState.NOT_READY),
    CHANGED(ItemState.DONE),
    /** It was refused when it was to be changed, though it was possible before. */
    NOT_CHANGED(ItemState.REFUSED);

    private final ItemState state;

    RateStatus(ItemState state) {
        this.state = state;
    }

    ItemState state() {
        return state;
    }

    static RateStatus of(ItemState state) {
        for (var status : values()) {
            if (status.state == state) {
                return status;
            }
        }
        throw new IllegalArgumentException("a rate must not be " + state);
    }
}
