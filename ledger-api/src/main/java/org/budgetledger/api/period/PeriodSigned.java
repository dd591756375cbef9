package org.budgetledger.api.period;

import java.time.LocalDate;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Sha256;

/** Someone else than who closed the period put their name to its pack (R29). */
public record PeriodSigned(LocalDate firstDay, Sha256 packSha256, ActorId signedBy) implements PeriodEvent {}
