package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.Amount;
import org.budgetledger.api.CivilDates;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;

/** Asking about spends, against their outcome: R10, R12. */
final class QueryRules {
    private QueryRules() {}

    static Decision<BudgetEvent> query(QuerySpend c, Policy policy, Account account, Queries queries) {
        var spend = account.entry(c.spendId(), EntryKind.SPEND);
        if (spend == null) {
            return refused(Refusal.unknownEntry(c.spendId()));
        }
        if (spend.settled()) {
            return refused(Refusal.nothingLeft("That spend was reversed or disallowed already."));
        }
        if (queries.open().containsKey(c.spendId())) {
            return refused(Refusal.alreadyDone("A query about that spend is open already."));
        }
        var late = c.effectiveOn().isAfter(CivilDates.windowEnd(spend.effectiveOn(), policy.lateQueryDays()));
        return accepted(new SpendQueried(c.spendId(), c.question(), late, c.effectiveOn()));
    }

    static Decision<BudgetEvent> answer(AnswerQuery c, Queries queries) {
        return queries.open().containsKey(c.spendId())
                ? accepted(new QueryAnswered(c.spendId(), c.answer(), c.effectiveOn()))
                : refused(Refusal.noOpenQuery(c.spendId()));
    }

    /** R12: a debt comes only from a disallowance, and is what was left of the spend. */
    static Decision<BudgetEvent> resolve(ResolveQuery c, Account account, Queries queries) {
        var spend = account.entry(c.spendId(), EntryKind.SPEND);
        if (spend == null || !queries.open().containsKey(c.spendId())) {
            return refused(Refusal.noOpenQuery(c.spendId()));
        }
        return switch (c.resolution()) {
            case ACCEPTED -> accepted(new SpendAccepted(c.spendId(), c.reason(), c.effectiveOn()));
            case DISALLOWED ->
                spend.left().isPositive()
                        ? accepted(new SpendDisallowed(
                                c.spendId(),
                                spend.account().deployment(),
                                spend.account().stream(),
                                Amount.of(spend.left()),
                                c.reason(),
                                c.effectiveOn()))
                        : refused(Refusal.nothingLeft("That spend was wholly refunded: nothing is left to disallow."));
        };
    }
}
