package org.budgetledger.service.budget.spending;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.api.budget.spending.AuthorisationCancelled;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.Purchase;
import org.budgetledger.api.budget.spending.SpendAuthorised;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.account.Funds;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.budget.entitlement.Endings;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Setting money aside for spends to come: R8, R10. */
final class AuthorisationRules {
    private AuthorisationRules() {}

    static Decision<BudgetEvent> authorise(
            AuthoriseSpend c, DeploymentId deployment, Policy policy, Control control, Funds funds) {
        if (funds.account().authorisations().containsKey(c.authorisationId())) {
            return refused(Refusal.idInUse(c.authorisationId()));
        }
        var ended = Endings.refusalOn(c.effectiveOn(), funds.entitlement());
        if (ended.isPresent()) {
            return refused(ended.get());
        }
        if (barred(c.purchase(), deployment, policy, control)) {
            return refused(Refusal.barredByMode(c.purchase() + " may not be bought with a direct payment."));
        }
        return funds.shortOf(c.amount(), c.effectiveOn(), new AccountKey(deployment, c.stream()), null)
                .<Decision<BudgetEvent>>map(Decision::refused)
                .orElseGet(() -> accepted(new SpendAuthorised(
                        c.authorisationId(),
                        deployment,
                        c.stream(),
                        c.amount(),
                        c.effectiveOn(),
                        c.lapsesOn(),
                        c.purchase(),
                        c.purpose())));
    }

    static Decision<BudgetEvent> cancel(CancelAuthorisation c, Account account) {
        if (!account.authorisations().containsKey(c.authorisationId())) {
            return refused(Refusal.unknownItem(c.authorisationId()));
        }
        return account.authorisationStands(c.authorisationId(), c.effectiveOn())
                ? accepted(new AuthorisationCancelled(c.authorisationId(), c.reason(), c.effectiveOn()))
                : refused(Refusal.alreadyDone("That authorisation was used, has lapsed or was cancelled."));
    }

    /** R10: the bar is on the mode, not on the budget, and each policy pack says on what. */
    static boolean barred(@Nullable Purchase purchase, DeploymentId deployment, Policy policy, Control control) {
        return purchase != null
                && policy.barredPurchases().contains(purchase)
                && policy.directPayments().contains(control.degreeOf(deployment));
    }
}
