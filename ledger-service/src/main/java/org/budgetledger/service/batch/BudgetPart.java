package org.budgetledger.service.batch;

import java.util.List;
import org.budgetledger.api.BudgetId;

/** Commands to one budget, in their order. */
record BudgetPart(BudgetId budget, List<Placed> commands) {}
