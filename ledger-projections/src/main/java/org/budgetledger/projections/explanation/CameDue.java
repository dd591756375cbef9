package org.budgetledger.projections.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.allocation.AllocationRevised;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.payment.PaymentReleased;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.facts.KnownFact;
import org.jspecify.annotations.Nullable;

/** What came due, line by line, as parts of a figure. */
final class CameDue {
    private final Asked asked;
    private final Entitlement book;

    CameDue(Asked asked) {
        this.asked = asked;
        this.book = Entitlement.of(asked.book().facts().events());
    }

    /** The gross lines of some accounts up to the day, each with the decision that it comes from. */
    List<ExplainedItem> gross(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> lines(account.key(), LocalDate.MIN, asked.day()))
                .filter(line -> line.kind() != EntitlementLine.Kind.CONTRIBUTION)
                .map(line -> new ExplainedItem(
                        decidedBy(line),
                        ExplainedItem.Type.ENTITLEMENT,
                        line.weekly() == null
                                ? "A one-off sum came due."
                                : "%s a week came due for %s to %s.".formatted(line.weekly(), line.from(), line.to()),
                        line.deployment(),
                        line.stream(),
                        line.to(),
                        line.amount().money()))
                .toList();
    }

    /** The contributions that came due on one account, each with the payment whose days they are for. */
    List<ExplainedItem> contributions(Account account) {
        var settlement = asked.book().facts().dues(asked.book().cut()).settlement();
        return account.notional()
                ? contributions(account.key(), LocalDate.MIN, asked.day(), null).toList()
                : settlement.spans().stream()
                        .filter(span -> span.account().equals(account.key()) && span.isPaid())
                        .flatMap(span ->
                                contributions(account.key(), span.from(), span.to(), released(span.paymentId())))
                        .toList();
    }

    private Stream<ExplainedItem> contributions(
            AccountKey account, LocalDate from, LocalDate to, @Nullable Long version) {
        return lines(account, from, to)
                .filter(line -> line.kind() == EntitlementLine.Kind.CONTRIBUTION)
                .map(line -> new ExplainedItem(
                        version,
                        ExplainedItem.Type.CONTRIBUTION_DUE,
                        "The person’s contribution of %s a week was due for %s to %s."
                                .formatted(Objects.requireNonNull(line.weekly()), line.from(), line.to()),
                        line.deployment(),
                        line.stream(),
                        line.to(),
                        line.amount().money()));
    }

    private Stream<EntitlementLine> lines(AccountKey account, LocalDate from, LocalDate to) {
        return book.lines(from, to).stream()
                .filter(line -> account.equals(new AccountKey(line.deployment(), line.stream())));
    }

    private @Nullable Long decidedBy(EntitlementLine line) {
        return line.kind() == EntitlementLine.Kind.RATE
                ? book.rateOn(line.stream(), line.from())
                        .map(rate -> decision(rate.id()))
                        .orElse(null)
                : book.oneOffs().stream()
                        .filter(sum -> sum.stream() == line.stream() && sum.on().equals(line.from()))
                        .map(sum -> decision(sum.id()))
                        .findFirst()
                        .orElse(null);
    }

    /** The version of the latest decision about an allocation. */
    private @Nullable Long decision(ItemId allocation) {
        return version(event -> switch (event) {
            case BudgetAllocated e -> e.allocationId().equals(allocation);
            case AllocationRevised e -> e.allocationId().equals(allocation) || allocation.equals(e.revises());
            default -> false; // nothing else sets what falls due
        });
    }

    private @Nullable Long released(EntryId payment) {
        return version(
                event -> event instanceof PaymentReleased e && e.paymentId().equals(payment));
    }

    private @Nullable Long version(Predicate<BudgetEvent> wanted) {
        return asked.book().facts().all().reversed().stream()
                .filter(known -> wanted.test(known.event()))
                .map(KnownFact::version)
                .findFirst()
                .orElse(null);
    }
}
