package org.budgetledger.service.budget.recovery;

import static org.budgetledger.service.deciding.Decision.accepted;
import static org.budgetledger.service.deciding.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.Money;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.Split;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.budgetledger.api.budget.recovery.IdentifySurplus;
import org.budgetledger.api.budget.recovery.Liability;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.recovery.SurplusIdentified;
import org.budgetledger.service.budget.account.Account;
import org.budgetledger.service.budget.control.Control;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.Policy;
import org.budgetledger.service.policy.SurplusSplit;

/** What an account holds beyond what it needs: R24. */
final class SurplusRules {
    private SurplusRules() {}

    static Decision<RecoveryEvent> identify(
            IdentifySurplus c,
            DeploymentId deployment,
            LocalDate today,
            Policy policy,
            Entitlement book,
            Control control,
            Account account,
            Recovery recovery) {
        if (recovery.surpluses().containsKey(c.surplusId())) {
            return refused(Refusal.idInUse(c.surplusId()));
        }
        if (control.notional(deployment)) {
            return refused(Refusal.notionalDeployment(deployment));
        }
        var key = new AccountKey(deployment, c.stream());
        var holding = Holding.of(account, key, c.privateMoney(), today);
        List<Liability> liabilities = Objects.requireNonNullElse(c.liabilities(), List.of());
        var weekly = book.weeklyOn(key, c.effectiveOn());
        var kept = Money.ofPence(Math.multiplyExact(weekly.pence(), policy.surplusWeeks()));
        var surplus = liabilities.stream()
                .map(liability -> liability.amount().money())
                .reduce(holding.unreserved().minus(kept), Money::minus);
        if (!surplus.isPositive()) {
            return refused(new Refusal.NoSurplus(surplus.negated()));
        }
        var personShare = personShare(surplus, key, c.effectiveOn(), weekly, policy, book);
        return accepted(new SurplusIdentified(
                c.surplusId(),
                deployment,
                c.stream(),
                holding.balance(),
                holding.privateMoney(),
                holding.suspense(),
                holding.earmarked(),
                holding.authorised(),
                liabilities,
                weekly,
                policy.surplusWeeks(),
                kept,
                Amount.of(surplus),
                surplus.minus(personShare),
                personShare,
                c.effectiveOn()));
    }

    /** The policy's split: by the shares that the council and the person have in the gross rate, or all to the council. */
    private static Money personShare(
            Money surplus, AccountKey key, LocalDate day, Money weekly, Policy policy, Entitlement book) {
        if (policy.surplusSplit() == SurplusSplit.COUNCIL || weekly.isZero()) {
            return Money.ZERO;
        }
        var contribution = book.contributionOn(key, day);
        return Split.byWeights(surplus, List.of(weekly.minus(contribution).pence(), contribution.pence()))
                .getLast();
    }
}
