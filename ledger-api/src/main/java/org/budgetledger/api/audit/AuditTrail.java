package org.budgetledger.api.audit;

import java.util.List;
import java.util.UUID;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.api.reading.Cursor;
import org.budgetledger.api.reading.View;
import org.jspecify.annotations.Nullable;

/** A page of a stream's events in their order. */
public record AuditTrail(
        UUID streamId, List<AuditedEvent> events, @Nullable Cursor next, AsAt asAt) implements View {
    public AuditTrail {
        events = List.copyOf(events);
    }
}
