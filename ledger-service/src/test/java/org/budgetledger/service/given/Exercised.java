package org.budgetledger.service.given;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.budgetledger.api.LedgerCommand;

/**
 * What the tests have shown so far: {@code AllocateBudget accepted}, {@code AllocateBudget ALLOCATION_OVERLAPS}. Only an
 * expectation that held is noted.
 */
public final class Exercised {
    private static final Set<String> SHOWN = new ConcurrentSkipListSet<>();

    private Exercised() {}

    static void accepted(LedgerCommand command) {
        SHOWN.add(acceptance(command.getClass()));
    }

    static void refused(LedgerCommand command, String code) {
        SHOWN.add(refusal(command.getClass(), code));
    }

    public static String acceptance(Class<? extends LedgerCommand> command) {
        return command.getSimpleName() + " accepted";
    }

    public static String refusal(Class<? extends LedgerCommand> command, String code) {
        return command.getSimpleName() + " " + code;
    }

    public static Set<String> shown() {
        return Set.copyOf(SHOWN);
    }
}
