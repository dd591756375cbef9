package org.budgetledger.api.period;

import org.budgetledger.api.LedgerEvent;

/** An event in the history of an authority's books. */
public sealed interface PeriodEvent extends LedgerEvent permits PeriodClosed, PeriodSigned {}
