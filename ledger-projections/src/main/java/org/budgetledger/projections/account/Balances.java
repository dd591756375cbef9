package org.budgetledger.projections.account;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.balance.ArrearsView;
import org.budgetledger.api.budget.balance.AuthorisationView;
import org.budgetledger.api.budget.balance.DebtView;
import org.budgetledger.api.budget.balance.EarmarkView;
import org.budgetledger.api.budget.entitlement.Contributions;
import org.budgetledger.api.budget.entitlement.Dues;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.facts.Facts;
import org.budgetledger.projections.stream.Cut;

/**
 * The accounts of a budget as they stand on a day, in the order of deployments and streams. Every view takes its figures
 * from here, so that they agree to the penny.
 *
 * @param authorisations those that still hold money on that day
 */
public record Balances(
        List<Account> accounts,
        List<EarmarkView> earmarks,
        List<AuthorisationView> authorisations,
        List<DebtView> debts,
        List<ArrearsView> arrears) {
    public Balances {
        accounts = List.copyOf(accounts);
        earmarks = List.copyOf(earmarks);
        authorisations = List.copyOf(authorisations);
        debts = List.copyOf(debts);
        arrears = List.copyOf(arrears);
    }

    /** The accounts from what is stored of them and what is known of the budget, all of it up to the cut. */
    public static Balances of(
            Map<AccountKey, Map<LineKind, Money>> totals,
            List<EarmarkView> earmarks,
            List<AuthorisationView> authorisations,
            Facts facts,
            LocalDate today,
            Cut cut) {
        var dues = facts.dues(cut);
        var deployments = new Deployments(dues.book());
        var open = authorisations.stream()
                .filter(authorisation -> authorisation.lapsesOn() == null || today.isBefore(authorisation.lapsesOn()))
                .toList();
        var accounts = keys(totals.keySet(), earmarks, open, deployments).stream()
                .map(key -> account(key, totals, earmarks, open, deployments, dues, today))
                .filter(account -> totals.containsKey(account.key())
                        || !account.managed().isZero()
                        || !account.earmarked().isZero()
                        || !account.authorised().isZero()
                        || inForce(account.key(), deployments, today))
                .toList();
        return new Balances(
                accounts, earmarks, open, Debts.of(dues.owed(), accounts, today), Debts.arrears(dues.owed()));
    }

    public Money balance() {
        return sum(accounts, Account::balance);
    }

    public Money free() {
        return sum(accounts, Account::free);
    }

    public Money earmarked() {
        return sum(accounts, Account::earmarked);
    }

    public Money authorised() {
        return sum(accounts, Account::authorised);
    }

    public Money suspense() {
        return sum(accounts, Account::suspense);
    }

    public Money debt() {
        return debts.stream().map(DebtView::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What is owed to the holder. */
    public Money owedToHolder() {
        return arrears.stream().map(ArrearsView::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Accounts below zero: a question whether the sum is sufficient (R12). */
    public List<Account> overdrawn() {
        return accounts.stream()
                .filter(account -> account.balance().isNegative())
                .toList();
    }

    /** What came in less what went out of some kinds, over all accounts. */
    public Money total(LineKind... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> sum(accounts, account -> kind.signed(account.total(kind))))
                .reduce(Money.ZERO, Money::plus);
    }

    /** The same for one deployment only. */
    public Balances only(DeploymentId deployment) {
        return new Balances(
                accounts.stream()
                        .filter(account -> account.key().deployment().equals(deployment))
                        .toList(),
                earmarks.stream()
                        .filter(earmark -> earmark.deployment().equals(deployment))
                        .toList(),
                authorisations.stream()
                        .filter(authorisation -> authorisation.deployment().equals(deployment))
                        .toList(),
                debts.stream()
                        .filter(debt -> debt.deployment().equals(deployment))
                        .toList(),
                arrears.stream()
                        .filter(item -> item.deployment().equals(deployment))
                        .toList());
    }

    public static Money sum(List<Account> accounts, Function<Account, Money> figure) {
        return accounts.stream().map(figure).reduce(Money.ZERO, Money::plus);
    }

    private static Account account(
            AccountKey key,
            Map<AccountKey, Map<LineKind, Money>> totals,
            List<EarmarkView> earmarks,
            List<AuthorisationView> open,
            Deployments deployments,
            Dues dues,
            LocalDate today) {
        var deployment = deployments.find(key.deployment(), today).orElse(null);
        var notional = Account.notional(key, deployment);
        return new Account(
                key,
                totals.getOrDefault(key, Map.of()),
                deployment,
                dues.book().upTo(today, key),
                Contributions.due(key, notional, dues.book(), dues.settlement(), today),
                dues.contributionArrears(key, notional, today),
                earmarks.stream()
                        .filter(earmark -> key.equals(new AccountKey(earmark.deployment(), earmark.stream())))
                        .map(EarmarkView::left)
                        .reduce(Money.ZERO, Money::plus),
                open.stream()
                        .filter(authorisation ->
                                key.equals(new AccountKey(authorisation.deployment(), authorisation.stream())))
                        .map(AuthorisationView::amount)
                        .reduce(Money.ZERO, Money::plus));
    }

    /** Every account that money was in, is set aside in, or may have come due in. */
    private static Set<AccountKey> keys(
            Set<AccountKey> used,
            List<EarmarkView> earmarks,
            List<AuthorisationView> authorisations,
            Deployments deployments) {
        var keys = new TreeSet<AccountKey>(
                Comparator.comparing(AccountKey::deployment).thenComparing(AccountKey::stream));
        keys.addAll(used);
        earmarks.forEach(earmark -> keys.add(new AccountKey(earmark.deployment(), earmark.stream())));
        authorisations.forEach(
                authorisation -> keys.add(new AccountKey(authorisation.deployment(), authorisation.stream())));
        deployments.entitlement().streams().forEach(stream -> {
            keys.add(new AccountKey(DeploymentId.AUTHORITY, stream));
            deployments.entitlement().deployments().stream()
                    .flatMap(set -> set.deployments().stream())
                    .filter(deployment -> deployment.weightOf(stream) > 0)
                    .forEach(deployment -> keys.add(new AccountKey(deployment.deploymentId(), stream)));
        });
        return keys;
    }

    private static boolean inForce(AccountKey key, Deployments deployments, LocalDate today) {
        return deployments.inForceOn(today).stream()
                .anyMatch(deployment ->
                        deployment.deploymentId().equals(key.deployment()) && deployment.weightOf(key.stream()) > 0);
    }
}
