package org.budgetledger.api.pool;

import java.time.LocalDate;
import org.budgetledger.api.BudgetId;

/** A budget is a member, and bears costs and refunds by its weight among the members' (R19). */
public record PoolMemberJoined(BudgetId budgetId, long weight, LocalDate effectiveOn) implements PoolEvent {}
