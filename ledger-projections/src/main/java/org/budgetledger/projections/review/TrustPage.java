package org.budgetledger.projections.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.TrustTerms;
import org.budgetledger.api.budget.plan.PlanAgreed;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.plan.PlanRevised;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.Learning;
import org.budgetledger.api.budget.review.LearningShared;
import org.budgetledger.api.budget.review.SpentOnOutcome;
import org.budgetledger.api.budget.review.TrustReview;
import org.budgetledger.api.budget.review.TrustStanding;
import org.budgetledger.api.budget.spending.SpendingEvent;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.control.TrustAgreement;
import org.budgetledger.projections.plan.Plans;
import org.budgetledger.projections.recovery.Notices;
import org.budgetledger.projections.spending.Queries;

/** The review as the trustees of a user-controlled trust read it. */
final class TrustPage {
    private final BudgetBook book;
    private final Spends spends;
    private final LocalDate today;
    private final Balances balances;

    TrustPage(BudgetBook book, Spends spends, LocalDate today) {
        this.book = book;
        this.spends = spends;
        this.today = today;
        this.balances = book.balancesOn(today);
    }

    TrustReview view(AsAt asAt) {
        var facts = book.facts();
        return new TrustReview(
                book.row().budgetId(),
                Deployments.of(facts).everSet(today).stream()
                        .filter(deployment -> deployment.degree() == DegreeOfControl.TRUST)
                        .map(this::trust)
                        .toList(),
                Plans.outcomes(facts),
                History.decisions(facts),
                facts.of(LearningShared.class).stream()
                        .map(e -> new Learning(e.learningId(), e.saidBy(), e.learning(), e.effectiveOn()))
                        .toList(),
                today,
                asAt);
    }

    private TrustStanding trust(Deployment deployment) {
        var id = deployment.deploymentId();
        var own = balances.only(id);
        var agreement = TrustAgreement.of(book.facts(), id);
        var terms = agreement.map(a -> a.agreement().trust());
        return new TrustStanding(
                id,
                deployment.holder(),
                terms.map(TrustTerms::purpose).orElse(null),
                terms.map(TrustTerms::accountability).orElse(null),
                agreement.map(TrustAgreement::trustees).orElse(List.of()),
                terms.map(TrustTerms::quorum).orElse(null),
                agreement.map(TrustAgreement::putRightBy).orElse(null),
                agreement.map(TrustAgreement::shortageOverdueFrom).orElse(null),
                agreement.map(a -> a.shortageOverdueOn(today)).orElse(false),
                agreement.map(a -> a.inForceOn(today)).orElse(false),
                agreement.map(a -> a.agreement().inForceFrom()).orElse(null),
                agreement.map(a -> a.agreement().lapsesOn()).orElse(null),
                agreement.map(a -> a.agreement().approvalRule()).orElse(null),
                moneyIn(own),
                own.total(LineKind.SPEND, LineKind.REFUND).negated(),
                spentByOutcome(id),
                own.total(
                                LineKind.POOL_CONTRIBUTION,
                                LineKind.POOL_RETURN,
                                LineKind.TRANSFER_OUT,
                                LineKind.RECOVERY,
                                LineKind.CONTRIBUTION_REFUND)
                        .negated(),
                own.earmarked(),
                own.authorised(),
                own.balance(),
                spends.outsideApprovalRule(book.row().budgetId().value(), id),
                own.debts(),
                Notices.open(book.facts().of(RecoveryEvent.class)).stream()
                        .filter(notice -> notice.deployment().equals(id))
                        .toList(),
                own.arrears(),
                whatToSend());
    }

    private static Money moneyIn(Balances own) {
        return own.total(
                LineKind.PAYMENT,
                LineKind.CONTRIBUTION,
                LineKind.TOP_UP,
                LineKind.INTEREST,
                LineKind.CREDIT,
                LineKind.TRANSFER_IN);
    }

    private List<SpentOnOutcome> spentByOutcome(DeploymentId deployment) {
        var words = new HashMap<ItemId, FreeText>();
        book.facts().of(PlanEvent.class).stream()
                .map(event -> switch (event) {
                    case PlanAgreed e -> e.plan();
                    case PlanRevised e -> e.plan();
                })
                .flatMap(plan -> plan.outcomes().stream())
                .forEach(outcome -> words.put(outcome.outcomeId(), outcome.inTheirWords()));
        return spends.byOutcome(book.row().budgetId().value(), deployment).entrySet().stream()
                .map(e -> new SpentOnOutcome(
                        e.getKey().orElse(null), e.getKey().map(words::get).orElse(null), e.getValue()))
                .toList();
    }

    /** By exception only: an answer to what is being asked (the ledger is light touch by design). */
    private List<String> whatToSend() {
        return Queries.openOn(today, book.facts().of(SpendingEvent.class)).stream()
                .filter(query -> query.answer() == null)
                .map(query -> "An answer to the question of %s: “%s”".formatted(query.effectiveOn(), query.question()))
                .toList();
    }
}
