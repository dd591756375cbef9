package org.budgetledger.api.budget.ending;

import java.time.LocalDate;
import org.budgetledger.api.Evidence;

/** The person died. {@code lastDay} is the last that is payable: the day of death, or the one before, as the policy says. */
public record DeathRecorded(LocalDate diedOn, LocalDate lastDay, Evidence evidence, LocalDate effectiveOn)
        implements EndingEvent {}
