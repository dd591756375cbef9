package org.budgetledger.service.budget.ending;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.DeathRecorded;
import org.budgetledger.api.budget.ending.EndingCommand;
import org.budgetledger.api.budget.ending.EndingEvent;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.ending.RecordDeath;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.challenge.Challenges;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.spending.Queries;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** The end of a budget: R22, R28. */
public final class EndingDecider {
    private EndingDecider() {}

    public static Decision<EndingEvent> decide(
            EndingCommand command,
            Context context,
            Policy policy,
            Dues dues,
            Control control,
            Account account,
            Queries queries,
            Challenges challenges) {
        return switch (command) {
            case RecordDeath c -> recordDeath(c, policy, dues);
            case CloseBudget c -> {
                var open = open(context.today(), dues, control, account, queries, challenges);
                var after = dues.settlement().lastDay().filter(day -> day.isAfter(c.effectiveOn()));
                if (!open.isEmpty()) {
                    yield refused(new Refusal.StillOpen(open));
                }
                yield after.isPresent() && !dues.book().endedBefore(after.get())
                        ? refused(Refusal.alreadySettled(c.effectiveOn().plusDays(1), after.get()))
                        : accepted(new BudgetClosed(c.reason(), lastDay(c, dues), c.effectiveOn()));
            }
        };
    }

    private static Decision<EndingEvent> recordDeath(RecordDeath c, Policy policy, Dues dues) {
        var lastDay = policy.payableOnDayOfDeath() ? c.diedOn() : c.diedOn().minusDays(1);
        return lastDay.equals(dues.book().ending().died())
                ? refused(Refusal.alreadyDone("That date of death has been recorded."))
                : accepted(new DeathRecorded(c.diedOn(), lastDay, c.evidence(), c.effectiveOn()));
    }

    private static LocalDate lastDay(CloseBudget c, Dues dues) {
        var ended = dues.book().lastDay();
        return ended != null && ended.isBefore(c.effectiveOn()) ? ended : c.effectiveOn();
    }

    /** R28: what is in the way. */
    private static List<OpenMatter> open(
            LocalDate today, Dues dues, Control control, Account account, Queries queries, Challenges challenges) {
        var open = new ArrayList<OpenMatter>();
        if (account.held().entrySet().stream()
                .anyMatch(held -> !control.notional(held.getKey().deployment())
                        && !held.getValue().isZero())) {
            open.add(OpenMatter.BALANCE);
        }
        if (account.earmarks().values().stream().anyMatch(item -> item.standsOn(today))) {
            open.add(OpenMatter.EARMARKS);
        }
        if (account.authorisations().values().stream().anyMatch(item -> item.standsOn(today))) {
            open.add(OpenMatter.AUTHORISATIONS);
        }
        if (account.unexplained().values().stream().anyMatch(sum -> !sum.isZero())) {
            open.add(OpenMatter.UNEXPLAINED_CREDITS);
        }
        if (!queries.open().isEmpty()) {
            open.add(OpenMatter.QUERIES);
        }
        if (challenges.answered().containsValue(false)) {
            open.add(OpenMatter.CHALLENGES);
        }
        if (dues.owed().outstanding().stream().anyMatch(item -> item.kind().isDebt())
                || control.accounts(dues.book().streams()).stream()
                        .anyMatch(key -> dues.contributionArrears(key, control.notional(key.deployment()), today)
                                .isPositive())) {
            open.add(OpenMatter.DEBTS);
        }
        if (dues.owed().outstanding().stream().anyMatch(item -> item.kind() == Owed.Kind.ARREARS)) {
            open.add(OpenMatter.ARREARS);
        }
        if (!account.pools().isEmpty()) {
            open.add(OpenMatter.POOLS);
        }
        return open;
    }
}
