package org.budgetledger.api.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Money;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.reading.AsAt;

/** One pool in a list. */
public record PoolSummary(
        PoolId poolId,
        FreeText purpose,
        LocalDate openedOn,
        boolean closed,
        int members,
        @JsonProperty("balancePence") Money balance,
        AsAt asAt) {}
