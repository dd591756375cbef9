package org.budgetledger.service.run.payment;

import org.budgetledger.service.run.ItemState;

/** What is known of one payment of a pay run. */
public enum PaymentStatus {
    /** Not looked at yet. */
    WAITING(ItemState.WAITING),
    /** It would be released. */
    PAYABLE(ItemState.READY),
    /** It would be refused, for a reason that is given. */
    NOT_PAYABLE(ItemState.NOT_READY),
    RELEASED(ItemState.DONE),
    /** It was refused when it was to be released, though it was payable before. */
    NOT_RELEASED(ItemState.REFUSED);

    private final ItemState state;

    PaymentStatus(ItemState state) {
        this.state = state;
    }

    ItemState state() {
        return state;
    }

    static PaymentStatus of(ItemState state) {
        for (var status : values()) {
            if (status.state == state) {
                return status;
            }
        }
        throw new IllegalArgumentException("a payment must not be " + state);
    }
}
