package org.budgetledger.service.batch;

import org.budgetledger.api.CommandId;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.api.StreamId;
import org.budgetledger.service.web.Requested;

/**
 * A command and its place in the batch.
 *
 * @param place the first being 0
 */
record Placed(int place, Requested<? extends LedgerCommand> requested) {
    CommandId id() {
        return requested.envelope().commandId();
    }

    StreamId stream() {
        return requested.command().streamId();
    }
}
