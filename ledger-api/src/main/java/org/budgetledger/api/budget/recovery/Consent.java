package org.budgetledger.api.budget.recovery;

import java.time.LocalDate;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.PersonRef;

/** Someone who may agrees that money is taken back now. */
public record Consent(PersonRef givenBy, LocalDate givenOn, Evidence evidence) {}
