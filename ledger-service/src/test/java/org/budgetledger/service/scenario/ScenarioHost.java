package org.budgetledger.service.scenario;

import java.net.URI;
import java.time.Instant;

/** A running service whose clock a scenario can set. */
public interface ScenarioHost {
    URI baseUri();

    /** Where tokens are asked for: the service itself, unless it takes somebody else's. */
    default URI issuer() {
        return baseUri().resolve("/local/tokens");
    }

    /** From now on the service takes this for the present instant. */
    void setClock(Instant at);
}
