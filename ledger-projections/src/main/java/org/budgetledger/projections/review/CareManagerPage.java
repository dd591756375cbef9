package org.budgetledger.projections.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.budget.control.ControlChosen;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.CareManagerReview;
import org.budgetledger.api.budget.review.CaseloadLine;
import org.budgetledger.api.budget.review.DomainStanding;
import org.budgetledger.api.budget.review.OkayStanding;
import org.budgetledger.api.budget.review.OutcomeStanding;
import org.budgetledger.api.budget.review.OverdrawnAccount;
import org.budgetledger.api.budget.review.ReviewHeld;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.challenge.Challenges;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.control.TrustAgreement;
import org.budgetledger.projections.plan.Plans;
import org.budgetledger.projections.pool.PoolMembers;
import org.budgetledger.projections.recovery.Notices;
import org.budgetledger.projections.spending.Queries;
import org.budgetledger.projections.suspension.Suspensions;
import org.budgetledger.projections.withdrawal.WithdrawalStanding;

/** The review as the care manager reads it. */
final class CareManagerPage {
    private final BudgetBook book;
    private final Spends spends;
    private final List<PoolMembers.Member> memberships;
    private final LocalDate today;
    private final Balances balances;

    CareManagerPage(BudgetBook book, Spends spends, List<PoolMembers.Member> memberships, LocalDate today) {
        this.book = book;
        this.spends = spends;
        this.memberships = memberships;
        this.today = today;
        this.balances = book.balancesOn(today);
    }

    CareManagerReview view(AsAt asAt) {
        var facts = book.facts();
        var row = book.row();
        var withdrawal = WithdrawalStanding.of(facts);
        var chosen = facts.last(ControlChosen.class);
        return new CareManagerReview(
                row.budgetId(),
                row.personRef(),
                facts.last(ReviewHeld.class)
                        .map(e -> new OkayStanding(e.okay(), e.saidBy(), e.summary(), e.effectiveOn()))
                        .orElse(null),
                domains(),
                balances.overdrawn().isEmpty(),
                balances.overdrawn().stream()
                        .map(account -> new OverdrawnAccount(
                                account.key().deployment(), account.key().stream(), account.balance()))
                        .toList(),
                balances.balance(),
                balances.free(),
                balances.debt(),
                balances.debts(),
                Notices.open(facts.of(RecoveryEvent.class)),
                balances.owedToHolder(),
                balances.arrears(),
                Queries.openOn(today, facts.of(SpendingEvent.class)),
                row.reviewDueOn(),
                row.reviewOverdueOn(today),
                Challenges.openOn(today, facts),
                chosen.map(ControlChosen::degrees).orElse(List.of()),
                chosen.map(ControlChosen::inTheirWords).orElse(null),
                Deployments.of(facts).heldOn(today),
                trustIssues(),
                poolIssues(),
                withdrawal.stage(),
                withdrawal.lastDay(),
                Suspensions.suspendedOn(today, facts),
                today,
                asAt);
    }

    /** One line of the caseload, from the same figures. */
    CaseloadLine line(AsAt asAt) {
        var facts = book.facts();
        return new CaseloadLine(
                book.row().budgetId(),
                book.row().personRef(),
                book.row().reviewDueOn(),
                book.row().reviewOverdueOn(today),
                balances.overdrawn().size(),
                Queries.openOn(today, facts.of(SpendingEvent.class)).size(),
                Challenges.openOn(today, facts).size(),
                WithdrawalStanding.of(facts).stage(),
                balances.balance(),
                asAt);
    }

    private List<DomainStanding> domains() {
        var byDomain = Plans.outcomes(book.facts()).stream()
                .collect(Collectors.groupingBy(OutcomeStanding::domain, TreeMap::new, Collectors.toList()));
        return byDomain.entrySet().stream()
                .map(e -> new DomainStanding(e.getKey(), e.getValue()))
                .toList();
    }

    private List<String> trustIssues() {
        return Deployments.of(book.facts()).inForceOn(today).stream()
                .filter(deployment -> deployment.degree() == DegreeOfControl.TRUST)
                .flatMap(deployment -> trustIssues(deployment.deploymentId()).stream())
                .toList();
    }

    private List<String> trustIssues(DeploymentId trust) {
        var issues = new ArrayList<String>();
        var agreement = TrustAgreement.of(book.facts(), trust);
        if (agreement.map(a -> !a.inForceOn(today)).orElse(true)) {
            issues.add("The agreement of %s is not in force.".formatted(trust));
        }
        agreement
                .filter(a -> a.putRightBy() != null)
                .ifPresent(a -> issues.add(
                        a.shortageOverdueOn(today)
                                ? "%s has too few trustees, overdue from %s.".formatted(trust, a.shortageOverdueFrom())
                                : "%s has too few trustees, to be put right by %s.".formatted(trust, a.putRightBy())));
        spends.outsideApprovalRule(book.row().budgetId().value(), trust)
                .forEach(outside -> issues.add("%s of %s was paid on %s outside the approval rule."
                        .formatted(outside.amount(), trust, outside.effectiveOn())));
        return issues;
    }

    private List<String> poolIssues() {
        return memberships.stream()
                .filter(member -> member.view().equity().isNegative())
                .map(member -> "The share of the pool %s is %s."
                        .formatted(member.poolId(), member.view().equity()))
                .toList();
    }
}
