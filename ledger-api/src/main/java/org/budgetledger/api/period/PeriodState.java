package org.budgetledger.api.period;

/** Where a pay period stands. */
public enum PeriodState {
    /** Its last day is still to come. */
    RUNNING,
    /** It is over and nobody has closed it. */
    OVER,
    /** Its pack is being made. */
    CLOSING,
    CLOSED,
    SIGNED
}
