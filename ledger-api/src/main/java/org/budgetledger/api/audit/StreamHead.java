package org.budgetledger.api.audit;

import java.util.UUID;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.View;

/** Where a stream ended when the audit trail last saw it. */
public record StreamHead(UUID streamId, AsAt asAt) implements View {}
