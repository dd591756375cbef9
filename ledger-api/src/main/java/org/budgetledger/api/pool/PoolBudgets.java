package org.budgetledger.api.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DefaultsToToday;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.Minted;
import org.budgetledger.api.PoolId;

/**
 * Puts money of several budgets together: every member's or none (R18). Refused {@code BUDGET_NOT_FOUND},
 * {@code INSUFFICIENT_FUNDS} naming the member who has too little, and {@code BUDGET_WITHDRAWN}.
 */
public record PoolBudgets(
        CommandId commandId,
        @Minted PoolId poolId,
        FreeText purpose,
        List<PoolStake> members,
        @DefaultsToToday LocalDate effectiveOn)
        implements PoolCommand {
    /** A shared house, a class, a street: larger than this is an organisation with accounts of its own. */
    public static final int MAX_MEMBERS = 50;

    public PoolBudgets {
        members = List.copyOf(members);
        if (members.size() < 2
                || members.size() > MAX_MEMBERS
                || members.stream().map(PoolStake::budgetId).distinct().count() != members.size()) {
            throw new IllegalArgumentException("members must be 2 to " + MAX_MEMBERS + " different budgets");
        }
        if (members.stream()
                        .map(PoolStake::weight)
                        .map(Objects::isNull)
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException("weight must be given for all members or for none");
        }
    }
}
