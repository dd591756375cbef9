package org.budgetledger.service.sample;

import java.util.HashMap;
import java.util.Map;
import org.budgetledger.api.FundingStream;

/** What the accounts of one budget hold as its story goes on, so that no decision in it asks for more than is free. */
final class Purse {
    private record Account(String deployment, FundingStream stream) {}

    private final Map<Account, Long> held = new HashMap<>();
    private final Map<Account, Long> setAside = new HashMap<>();

    void in(String deployment, FundingStream stream, long pence) {
        held.merge(new Account(deployment, stream), pence, Long::sum);
    }

    void out(String deployment, FundingStream stream, long pence) {
        in(deployment, stream, -pence);
    }

    /** Sets aside, or with a negative sum frees again. */
    void aside(String deployment, FundingStream stream, long pence) {
        setAside.merge(new Account(deployment, stream), pence, Long::sum);
    }

    long held(String deployment, FundingStream stream) {
        return held.getOrDefault(new Account(deployment, stream), 0L);
    }

    long free(String deployment, FundingStream stream) {
        return held(deployment, stream) - setAside.getOrDefault(new Account(deployment, stream), 0L);
    }
}
