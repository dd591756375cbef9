package org.budgetledger.api.period;

import org.budgetledger.api.budget.statement.LineKind;

/** The figures of one kind of line; their sums carry the sign that they have in a balance. */
public record KindFigures(LineKind kind, Figures figures) {}
