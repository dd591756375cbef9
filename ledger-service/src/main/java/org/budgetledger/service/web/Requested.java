package org.budgetledger.service.web;

import org.budgetledger.api.LedgerCommand;
import org.budgetledger.service.store.Envelope;

/**
 * A command as it came in over HTTP, bound from header, path and body, together with who sent it.
 *
 * @param <C> the command
 */
public record Requested<C extends LedgerCommand>(C command, Envelope envelope) {}
