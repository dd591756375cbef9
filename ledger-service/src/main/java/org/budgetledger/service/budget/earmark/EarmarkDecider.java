package org.budgetledger.service.budget.earmark;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.earmark.EarmarkCommand;
import org.budgetledger.api.budget.earmark.EarmarkEvent;
import org.budgetledger.api.budget.earmark.EarmarkReleased;
import org.budgetledger.api.budget.earmark.EarmarkSet;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Decision;

/** Setting money aside: a decision never takes more than is free (R11). */
public final class EarmarkDecider {
    private EarmarkDecider() {}

    public static Decision<EarmarkEvent> decide(EarmarkCommand command, Control control, Funds funds) {
        return switch (command) {
            case SetEarmark c -> control.on(c.deployment(), deployment -> set(c, deployment, funds));
            case ReleaseEarmark c -> release(c, funds.account());
        };
    }

    private static Decision<EarmarkEvent> set(SetEarmark c, DeploymentId deployment, Funds funds) {
        if (funds.account().earmarks().containsKey(c.earmarkId())) {
            return refused(Refusal.idInUse(c.earmarkId()));
        }
        return funds.shortOf(c.amount(), c.effectiveOn(), new AccountKey(deployment, c.stream()), null)
                .<Decision<EarmarkEvent>>map(Decision::refused)
                .orElseGet(() -> accepted(new EarmarkSet(
                        c.earmarkId(),
                        deployment,
                        c.stream(),
                        c.amount(),
                        c.purpose(),
                        c.description(),
                        c.effectiveOn())));
    }

    private static Decision<EarmarkEvent> release(ReleaseEarmark c, Account account) {
        var earmark = account.earmarks().get(c.earmarkId());
        if (earmark == null) {
            return refused(Refusal.unknownItem(c.earmarkId()));
        }
        if (!earmark.left().isPositive()) {
            return refused(Refusal.alreadyDone("Nothing is left of that earmark."));
        }
        var released = c.amount() == null ? Amount.of(earmark.left()) : c.amount();
        return released.money().exceeds(earmark.left())
                ? refused(Refusal.exceedsEarmark(earmark.left()))
                : accepted(new EarmarkReleased(
                        c.earmarkId(),
                        earmark.account().deployment(),
                        earmark.account().stream(),
                        released,
                        c.reason(),
                        c.effectiveOn()));
    }
}
