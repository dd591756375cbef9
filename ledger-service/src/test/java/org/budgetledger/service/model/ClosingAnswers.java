package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.budget.challenge.AnswerChallenge;
import org.budgetledger.api.budget.challenge.ChallengeDecision;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.ending.BudgetClosed;
import org.budgetledger.api.budget.ending.CloseBudget;
import org.budgetledger.api.budget.ending.OpenMatter;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.QuerySpend;

/** R28: a budget closes only at zero, with nothing open. */
final class ClosingAnswers {
    private ClosingAnswers() {}

    static void close(CloseBudget c, ModelBudget budget, Answer answer) {
        var open = open(budget, answer.today);
        answer.refuseIf(!open.isEmpty(), new Why("STILL_OPEN", "open " + open));
        answer.refuseIf(budget.spans.stream().anyMatch(span -> span.to.isAfter(c.effectiveOn())), "ALREADY_SETTLED");
        var ended = budget.book().lastDay();
        answer.happened(
                budget.id,
                new BudgetClosed(
                        c.reason(),
                        ended != null && ended.isBefore(c.effectiveOn()) ? ended : c.effectiveOn(),
                        c.effectiveOn()));
    }

    private static List<OpenMatter> open(ModelBudget budget, LocalDate today) {
        var open = new ArrayList<OpenMatter>();
        var accounts = budget.accounts();
        if (accounts.stream()
                .anyMatch(account -> !budget.notional(account.deployment()) && budget.held(account) != 0)) {
            open.add(OpenMatter.BALANCE);
        }
        if (budget.all(SetEarmark.class).stream().anyMatch(earmark -> budget.leftOf(earmark) > 0)) {
            open.add(OpenMatter.EARMARKS);
        }
        if (budget.all(AuthoriseSpend.class).stream().anyMatch(each -> budget.stands(each, today))) {
            open.add(OpenMatter.AUTHORISATIONS);
        }
        if (accounts.stream().anyMatch(account -> budget.unexplained(account) != 0)) {
            open.add(OpenMatter.UNEXPLAINED_CREDITS);
        }
        if (budget.all(QuerySpend.class).stream().anyMatch(each -> CorrectionAnswers.open(budget, each.spendId()))) {
            open.add(OpenMatter.QUERIES);
        }
        if (budget.all(ChallengeDecision.class).stream().anyMatch(challenge -> unanswered(budget, challenge))) {
            open.add(OpenMatter.CHALLENGES);
        }
        if (budget.items.stream().anyMatch(item -> item.kind != Owed.Kind.ARREARS && item.outstanding > 0)
                || accounts.stream().anyMatch(account -> Contributing.arrears(budget, account, today) > 0)) {
            open.add(OpenMatter.DEBTS);
        }
        if (budget.items.stream().anyMatch(item -> item.kind == Owed.Kind.ARREARS && item.outstanding > 0)) {
            open.add(OpenMatter.ARREARS);
        }
        if (!budget.pools.isEmpty()) {
            open.add(OpenMatter.POOLS);
        }
        return open;
    }

    private static boolean unanswered(ModelBudget budget, ChallengeDecision challenge) {
        return budget.all(AnswerChallenge.class).stream()
                .noneMatch(each -> Objects.equals(each.challengeId(), challenge.challengeId()));
    }
}
