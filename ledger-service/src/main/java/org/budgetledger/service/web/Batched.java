package org.budgetledger.service.web;

import org.budgetledger.api.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** One command of a batch, read as if it had been sent alone. */
public sealed interface Batched {
    /** The id that its sender chose, where one could be read. */
    @Nullable
    String commandId();

    /** Where it would have been posted to, where that could be read. */
    @Nullable
    String address();

    /** A command that may be handled. */
    record Sound(String commandId, String address, Requested<? extends LedgerCommand> requested) implements Batched {}

    /** What cannot be handled, or may not be by its sender. */
    record Unsound(@Nullable String commandId, @Nullable String address, RuntimeException why) implements Batched {}
}
