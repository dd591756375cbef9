package org.budgetledger.api.budget.scheme;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.PayCycle;

/**
 * Changes how often a budget is paid, from a day on. The days between the last period of the old cycle and the first whole one
 * of the new make a bridging period, so that no day is missed or paid twice (R16). Refused {@code OUT_OF_ORDER} before an
 * earlier change, and {@code ALREADY_SETTLED} where a day from then on has been paid for.
 */
public record ChangePayCycle(
        CommandId commandId, BudgetId budgetId, PayCycle payCycle, LocalDate effectiveFrom, FreeText reason)
        implements SchemeCommand {}
