package org.budgetledger.service.model;

import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FinancialYear;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.jspecify.annotations.Nullable;

/** One deployment's part of one line in one financial year, as the walk through the days finds it. */
record NaiveLine(
        EntitlementLine.Kind kind,
        FundingStream stream,
        DeploymentId deployment,
        LocalDate from,
        LocalDate to,
        @Nullable Long weekly,
        LocalDate periodFrom,
        LocalDate periodTo,
        long pence) {
    static NaiveLine of(EntitlementLine line) {
        return new NaiveLine(
                line.kind(),
                line.stream(),
                line.deployment(),
                line.from(),
                line.to(),
                line.weekly() == null ? null : line.weekly().pence(),
                line.period().from(),
                line.period().to(),
                line.amount().pence());
    }

    long net() {
        return kind == EntitlementLine.Kind.CONTRIBUTION ? -pence : pence;
    }

    FinancialYear financialYear() {
        return NaiveCalendar.financialYear(from);
    }
}
