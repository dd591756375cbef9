package org.budgetledger.service.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.budgetledger.api.Actor;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Role;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent a request, as their token says.
 *
 * @param budgets the budgets that a role bound to budgets counts for
 */
public record Caller(Actor actor, Set<BudgetId> budgets) {
    public Caller {
        budgets = Set.copyOf(budgets);
    }

    /** R30, R31: whether the role counts for this budget. */
    public boolean concerns(BudgetId budget) {
        return !actor.role().boundToBudget() || budgets.contains(budget);
    }

    /** Reads the claims of a token: {@code sub}, {@code authority}, {@code role}, and {@code budgets} for bound roles. */
    public static Caller of(Jwt token) {
        var budgets = token.getClaimAsStringList("budgets");
        return new Caller(
                new Actor(
                        new AuthorityId(claim(token, "authority")),
                        new ActorId(claim(token, "sub")),
                        Role.valueOf(claim(token, "role"))),
                budgets == null
                        ? Set.of()
                        : budgets.stream().map(BudgetId::of).collect(Collectors.toUnmodifiableSet()));
    }

    private static String claim(Jwt token, String name) {
        var value = token.getClaimAsString(name);
        if (value == null) {
            throw new IllegalArgumentException("the token must have the claim " + name);
        }
        return value;
    }
}
