package org.budgetledger.api.budget.entitlement;

import java.time.LocalDate;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;

/** Days of one account, the first and the last included. */
public record AccountDays(DeploymentId deployment, FundingStream stream, LocalDate from, LocalDate to) {}
