package org.budgetledger.service.run;

/** What is known of one item of a run. */
public enum ItemState {
    /** Not looked at yet. */
    WAITING,
    /** It would be accepted. */
    READY,
    /** It is so already. */
    UNCHANGED,
    /** It would be refused. */
    NOT_READY,
    /** It was accepted. */
    DONE,
    /** It was refused, whatever the preview said. */
    REFUSED
}
