package org.budgetledger.service.crash;

/** A place in the council from which commands come. */
enum Desk {
    ALLOCATOR,
    PAYEE_SETTER,
    RELEASER,
    AUDITOR;

    String actor() {
        return "nm-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
