package org.budgetledger.service.model;

import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;

/** A simple fact: what happened, and on whose stream. */
record Happening(StreamId stream, LedgerEvent event) {}
