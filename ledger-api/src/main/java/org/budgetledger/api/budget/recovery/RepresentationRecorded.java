package org.budgetledger.api.budget.recovery;

import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;

/** What the payer said about a notice. */
public record RepresentationRecorded(ItemId noticeId, FreeText representation, LocalDate effectiveOn)
        implements RecoveryEvent {}
