package org.budgetledger.service.sample;

import org.budgetledger.api.Role;

/** A place in the council, or beside the person, from which requests come. */
record Desk(Role role, String actor) {
    static final Desk ALLOCATOR = new Desk(Role.ALLOCATOR, "nm-allocator-1");
    static final Desk PANEL = new Desk(Role.PANEL, "nm-panel-1");
    static final Desk PAYEE_SETTER = new Desk(Role.PAYEE_SETTER, "nm-payee-setter-1");
    static final Desk RELEASER = new Desk(Role.RELEASER, "nm-releaser-1");
    static final Desk AUTHORISER = new Desk(Role.AUTHORISER, "nm-authoriser-1");
    static final Desk BANK_FEED = new Desk(Role.IMPORTER, "nm-bank-feed");
    static final Desk RECONCILER = new Desk(Role.RECONCILER, "nm-reconciler-1");
    static final Desk AUDITOR = new Desk(Role.AUDITOR, "nm-auditor-1");

    private static final int CARE_MANAGERS = 8;

    /** The care manager of the budget with this number. */
    static Desk careManager(int number) {
        return new Desk(Role.CARE_MANAGER, "nm-care-manager-" + (1 + number % CARE_MANAGERS));
    }
}
