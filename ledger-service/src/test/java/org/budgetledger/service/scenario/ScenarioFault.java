package org.budgetledger.service.scenario;

/** A scenario that cannot be run as it is written. */
final class ScenarioFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioFault(String where, String what) {
        super(where + ": " + what);
    }
}
