package org.budgetledger.service.run.uplift;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;

/** What holds for every rate of an uplift. */
public record UpliftTerms(LocalDate effectiveFrom, FreeText reason) {}
