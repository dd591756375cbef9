package org.budgetledger.service.run;

/** How far a run is. Nothing is recorded before somebody has asked for it after the preview. */
public enum RunState {
    PREVIEWING,
    PREVIEWED,
    CARRYING_OUT,
    CARRIED_OUT
}
