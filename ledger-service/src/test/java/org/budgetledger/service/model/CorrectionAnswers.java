package org.budgetledger.service.model;

import java.util.Map;
import org.budgetledger.api.Amount;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.entitlement.Owed;
import org.budgetledger.api.budget.payment.CreditKind;
import org.budgetledger.api.budget.payment.ResolveCredit;
import org.budgetledger.api.budget.spending.AnswerQuery;
import org.budgetledger.api.budget.spending.EntryKind;
import org.budgetledger.api.budget.spending.EntryReversed;
import org.budgetledger.api.budget.spending.QueryAnswered;
import org.budgetledger.api.budget.spending.QuerySpend;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.budgetledger.api.budget.spending.ReverseEntry;
import org.budgetledger.api.budget.spending.SpendAccepted;
import org.budgetledger.api.budget.spending.SpendDisallowed;
import org.budgetledger.api.budget.spending.SpendQueried;

/** Putting right what was recorded, and asking about it: R3, R10, R12. */
final class CorrectionAnswers {
    private static final Map<MoneyLine.Kind, EntryKind> REVERSIBLE = Map.of(
            MoneyLine.Kind.SPEND, EntryKind.SPEND,
            MoneyLine.Kind.REFUND, EntryKind.REFUND,
            MoneyLine.Kind.CONTRIBUTION, EntryKind.CONTRIBUTION,
            MoneyLine.Kind.TOP_UP, EntryKind.TOP_UP,
            MoneyLine.Kind.INTEREST, EntryKind.INTEREST,
            MoneyLine.Kind.CREDIT, EntryKind.CREDIT);

    private CorrectionAnswers() {}

    static void reverse(ReverseEntry c, ModelBudget budget, Answer answer) {
        answer.refuseIf(budget.entryKnown(c.reversalId()), "ID_IN_USE");
        answer.refuseIf(!budget.entryKnown(c.entryId()), "UNKNOWN_ENTRY");
        if (answer.refused()) {
            return;
        }
        var line = budget.lines.stream()
                .filter(each -> each.id().equals(c.entryId()))
                .findFirst()
                .orElseThrow();
        var explained = budget.all(ResolveCredit.class).stream()
                .filter(each -> each.creditId().equals(c.entryId()))
                .findFirst();
        var returned = explained.filter(each -> each.resolvedAs() == CreditKind.RETURNED);
        // What a credit turned out to be is what is reversed.
        var kind = explained
                .filter(each -> returned.isEmpty())
                .map(each -> EntryKind.valueOf(each.resolvedAs().name()))
                .orElse(REVERSIBLE.get(line.kind()));
        answer.refuseIf(kind == null, "NOT_REVERSIBLE");
        answer.refuseIf(
                budget.reversed(c.entryId()) || returned.isPresent() || budget.disallowed(c.entryId()), "ALREADY_DONE");
        answer.refuseIf(!budget.refundsOf(c.entryId()).isEmpty(), "NOT_REVERSIBLE");
        if (kind == null || answer.refused()) {
            return;
        }
        answer.happened(
                budget.id,
                new EntryReversed(
                        c.reversalId(),
                        c.entryId(),
                        kind,
                        line.account().deployment(),
                        line.account().stream(),
                        Amount.ofPence(Math.abs(line.pence())),
                        explained.map(ResolveCredit::spendId).orElse(line.about()),
                        c.reason(),
                        c.effectiveOn()));
        budget.write(MoneyLine.Kind.REVERSAL, c.reversalId(), line.account(), -line.pence(), c.entryId());
    }

    static void query(QuerySpend c, ModelBudget budget, Answer answer) {
        var spend = budget.all(RecordSpend.class).stream()
                .filter(each -> each.spendId().equals(c.spendId()))
                .findFirst();
        answer.refuseIf(spend.isEmpty(), "UNKNOWN_ENTRY");
        answer.refuseIf(open(budget, c.spendId()), "ALREADY_DONE");
        answer.refuseIf(budget.reversed(c.spendId()) || budget.disallowed(c.spendId()), "NOTHING_LEFT");
        spend.ifPresent(recorded -> answer.happened(
                budget.id,
                new SpendQueried(
                        c.spendId(),
                        c.question(),
                        !c.effectiveOn().isBefore(recorded.effectiveOn().plusDays(ModelRules.LATE_QUERY_DAYS)),
                        c.effectiveOn())));
    }

    static void answerQuery(AnswerQuery c, ModelBudget budget, Answer answer) {
        answer.refuseIf(!open(budget, c.spendId()), "NO_OPEN_QUERY");
        answer.happened(budget.id, new QueryAnswered(c.spendId(), c.answer(), c.effectiveOn()));
    }

    static void resolve(ResolveQuery c, ModelBudget budget, Answer answer) {
        answer.refuseIf(!open(budget, c.spendId()), "NO_OPEN_QUERY");
        var spend = budget.line(c.spendId(), MoneyLine.Kind.SPEND);
        if (spend == null || answer.refused()) {
            return;
        }
        if (c.resolution() == ResolveQuery.Resolution.ACCEPTED) {
            answer.happened(budget.id, new SpendAccepted(c.spendId(), c.reason(), c.effectiveOn()));
            return;
        }
        var left = budget.left(spend);
        answer.refuseIf(left == 0, "NOTHING_LEFT");
        if (!answer.refused()) {
            budget.items.add(
                    new ModelItem(new ItemId(c.spendId().value()), Owed.Kind.DISALLOWED_SPEND, spend.account(), left));
            answer.happened(
                    budget.id,
                    new SpendDisallowed(
                            c.spendId(),
                            spend.account().deployment(),
                            spend.account().stream(),
                            Amount.ofPence(left),
                            c.reason(),
                            c.effectiveOn()));
        }
    }

    static boolean open(ModelBudget budget, EntryId spend) {
        var open = false;
        for (var each : budget.done) {
            if (each.command() instanceof QuerySpend asked && asked.spendId().equals(spend)) {
                open = true;
            }
            if (each.command() instanceof ResolveQuery resolved
                    && resolved.spendId().equals(spend)) {
                open = false;
            }
            // What is reversed never was: there is nothing left to ask about.
            if (each.command() instanceof ReverseEntry reversed
                    && reversed.entryId().equals(spend)) {
                open = false;
            }
        }
        return open;
    }
}
