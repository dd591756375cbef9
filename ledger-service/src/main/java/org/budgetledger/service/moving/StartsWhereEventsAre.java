package org.budgetledger.service.moving;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Before it takes any command, the ledger makes sure that its events were not moved away from where it would append. */
@Component
final class StartsWhereEventsAre {
    StartsWhereEventsAre(JdbcTemplate jdbc, @Value("${axon.axonserver.enabled}") boolean onAxonServer) {
        new Moves(jdbc).requireAt(onAxonServer ? Place.AXON_SERVER : Place.POSTGRESQL);
    }
}
