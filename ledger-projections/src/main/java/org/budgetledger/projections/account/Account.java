package org.budgetledger.projections.account;

import java.util.Arrays;
import java.util.Map;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.balance.AccountView;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.statement.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * One account as it stands on a day.
 *
 * @param totals what came in and went out, by kind
 * @param deployment as it is set; none for the authority's implicit one
 * @param contributionDue what the person was to pay by then
 * @param contributionArrears what of it they have not paid
 * @param entitled what has come due to date; counts only where the account is notional
 */
public record Account(
        AccountKey key,
        Map<LineKind, Money> totals,
        @Nullable Deployment deployment,
        Money entitled,
        Money contributionDue,
        Money contributionArrears,
        Money earmarked,
        Money authorised) {
    public Account {
        totals = Map.copyOf(totals);
    }

    /** Whether it holds no money (domain §4). */
    public boolean notional() {
        return notional(key, deployment);
    }

    /** Whether an account holds no money, by the deployment as it is set. */
    public static boolean notional(AccountKey key, @Nullable Deployment deployment) {
        return deployment == null ? key.deployment().equals(DeploymentId.AUTHORITY) : deployment.notional();
    }

    public Money total(LineKind kind) {
        return totals.getOrDefault(kind, Money.ZERO);
    }

    /** What came due on an account that holds no money; nothing on one that does. */
    public Money managed() {
        return notional() ? entitled : Money.ZERO;
    }

    /** The conservation law of domain §4. */
    public Money balance() {
        return Arrays.stream(LineKind.values())
                .map(kind -> kind.signed(total(kind)))
                .reduce(managed(), Money::plus);
    }

    public Money suspense() {
        return total(LineKind.CREDIT);
    }

    /** The person's own money in it: their top-ups, as far as the balance goes (R14). */
    public Money privateMoney() {
        return total(LineKind.TOP_UP).orLess(balance().orZeroIfNegative());
    }

    /** What a decision may still take (R8, R13). */
    public Money free() {
        return balance().minus(earmarked).minus(authorised).minus(suspense());
    }

    public @Nullable DegreeOfControl degree() {
        if (deployment != null) {
            return deployment.degree();
        }
        return notional() ? DegreeOfControl.AUTHORITY : null;
    }

    public AccountView view() {
        return new AccountView(
                key.deployment(),
                key.stream(),
                degree(),
                notional(),
                total(LineKind.PAYMENT),
                total(LineKind.CONTRIBUTION),
                total(LineKind.TOP_UP),
                total(LineKind.INTEREST),
                total(LineKind.REFUND),
                total(LineKind.POOL_RETURN),
                total(LineKind.TRANSFER_IN),
                total(LineKind.SPEND),
                total(LineKind.POOL_CONTRIBUTION),
                total(LineKind.TRANSFER_OUT),
                total(LineKind.RECOVERY),
                total(LineKind.CONTRIBUTION_REFUND),
                suspense(),
                notional() ? entitled : null,
                contributionDue,
                contributionArrears,
                balance(),
                earmarked,
                authorised,
                free());
    }
}
