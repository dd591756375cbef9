package org.budgetledger.projections.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.Owed;

/** What is owed, item by item, by the holder (R12) and to them. */
final class Debts {
    private Debts() {}

    static List<DebtView> of(Owed owed, List<Account> accounts, LocalDate today) {
        return Stream.concat(
                        owed.outstanding().stream()
                                .filter(item -> item.kind().isDebt())
                                .map(Debts::debt),
                        accounts.stream()
                                .filter(account -> account.contributionArrears().isPositive())
                                .map(account -> contributions(account, today)))
                .toList();
    }

    static List<ArrearsView> arrears(Owed owed) {
        return owed.outstanding().stream()
                .filter(item -> item.kind() == Owed.Kind.ARREARS)
                .map(item -> new ArrearsView(
                        item.id(),
                        item.deployment(),
                        item.stream(),
                        item.outstanding(),
                        Objects.requireNonNull(item.cause(), "arrears have a cause"),
                        item.identifiedOn()))
                .toList();
    }

    private static DebtView debt(Owed.Item item) {
        var spend = item.kind() == Owed.Kind.DISALLOWED_SPEND;
        return new DebtView(
                item.id(),
                spend ? DebtView.Kind.DISALLOWED_SPEND : DebtView.Kind.OVERPAYMENT,
                spend ? new EntryId(item.id().value()) : null,
                item.deployment(),
                item.stream(),
                item.outstanding(),
                item.cause(),
                item.reason(),
                item.identifiedOn());
    }

    private static DebtView contributions(Account account, LocalDate today) {
        return new DebtView(
                Contributions.debtId(account.key()),
                DebtView.Kind.CONTRIBUTION_ARREARS,
                null,
                account.key().deployment(),
                account.key().stream(),
                account.contributionArrears(),
                null,
                null,
                today);
    }
}
