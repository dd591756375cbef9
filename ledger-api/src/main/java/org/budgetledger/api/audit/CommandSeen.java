package org.budgetledger.api.audit;

import java.util.UUID;
import org.budgetledger.api.reading.View;

/** The stream and the version of an event of a command. */
public record CommandSeen(UUID streamId, long version) implements View {}
