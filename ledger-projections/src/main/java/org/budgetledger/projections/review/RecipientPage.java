package org.budgetledger.projections.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.budgetledger.api.Amount;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.allocation.ContributionAssessed;
import org.budgetledger.api.budget.control.AgreementSigned;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.plan.PlanEvent;
import org.budgetledger.api.budget.recovery.NoticeView;
import org.budgetledger.api.budget.recovery.RecoveryEvent;
import org.budgetledger.api.budget.review.AllocationInWords;
import org.budgetledger.api.budget.review.RecipientReview;
import org.budgetledger.api.budget.review.ShareInWords;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.api.reading.AsAt;
import org.budgetledger.projections.account.Account;
import org.budgetledger.projections.account.Balances;
import org.budgetledger.projections.book.BudgetBook;
import org.budgetledger.projections.challenge.Challenges;
import org.budgetledger.projections.control.Deployments;
import org.budgetledger.projections.plan.Plans;
import org.budgetledger.projections.recovery.Notices;
import org.budgetledger.projections.words.InWords;
import org.jspecify.annotations.Nullable;

/** The review as the person reads it, in plain words. */
final class RecipientPage {
    /** As many as still tell what is going on lately. */
    private static final int LAST_CHANGES = 10;

    private static final String HOW_TO_DISAGREE =
            "You can disagree with any decision about you: the sum, what you pay, the plan, a payment that was disallowed, "
                    + "a suspension, money asked back or a withdrawal. Tell the council, or ask someone to do it for you. "
                    + "It must be looked at again and answered.";

    private final BudgetBook book;
    private final LocalDate today;
    private final Balances balances;

    RecipientPage(BudgetBook book, LocalDate today) {
        this.book = book;
        this.today = today;
        this.balances = book.balancesOn(today);
    }

    RecipientReview view(AsAt asAt) {
        var whatYouGet = whatYouGet();
        var yourShare = yourShare();
        return new RecipientReview(
                book.row().budgetId(),
                whatYouGet,
                yourShare,
                balances.total(LineKind.CONTRIBUTION),
                managed(),
                cameIn(),
                wentOut(),
                putAside(),
                balances.balance(),
                balances.free(),
                balances.debt(),
                balances.debts(),
                notices(),
                balances.owedToHolder(),
                balances.arrears(),
                Plans.outcomes(book.facts()),
                whatWeAgreed(),
                HOW_TO_DISAGREE,
                Challenges.openOn(today, book.facts()),
                History.lastChanges(book.facts(), LAST_CHANGES),
                sentences(whatYouGet, yourShare),
                today,
                asAt);
    }

    private List<AllocationInWords> whatYouGet() {
        return book.facts().of(BudgetAllocated.class).stream()
                .filter(allocated -> allocated.effectiveTo() == null
                        || !allocated.effectiveTo().isBefore(today))
                .map(RecipientPage::allocation)
                .toList();
    }

    private static AllocationInWords allocation(BudgetAllocated e) {
        return new AllocationInWords(
                e.stream(),
                money(e.weekly()),
                money(e.oneOff()),
                money(e.indicativeWeekly()),
                e.effectiveFrom(),
                e.effectiveTo(),
                e.reason(),
                InWords.of(e));
    }

    /** What is assessed today for each stream, or will be where nothing is yet. */
    private List<ShareInWords> yourShare() {
        var latest = new TreeMap<FundingStream, ContributionAssessed>();
        for (var assessed : book.facts().of(ContributionAssessed.class)) {
            var before = latest.get(assessed.stream());
            if (before == null || !supersedes(before, assessed)) {
                latest.put(assessed.stream(), assessed);
            }
        }
        return latest.values().stream()
                .map(e -> new ShareInWords(e.stream(), e.weekly(), e.effectiveFrom(), e.reason(), InWords.of(e)))
                .toList();
    }

    /** Whether what was assessed before still stands today against a later assessment. */
    private boolean supersedes(ContributionAssessed before, ContributionAssessed later) {
        var begun = !before.effectiveFrom().isAfter(today);
        return begun
                && (later.effectiveFrom().isAfter(today)
                        || later.effectiveFrom().isBefore(before.effectiveFrom()));
    }

    private Money managed() {
        return Balances.sum(balances.accounts(), Account::managed);
    }

    private Money cameIn() {
        return balances.total(
                LineKind.PAYMENT, LineKind.CONTRIBUTION, LineKind.TOP_UP, LineKind.INTEREST, LineKind.CREDIT);
    }

    /** Less what came back; moves within the budget cancel out. */
    private Money wentOut() {
        return balances.total(
                        LineKind.SPEND,
                        LineKind.REFUND,
                        LineKind.POOL_CONTRIBUTION,
                        LineKind.POOL_RETURN,
                        LineKind.TRANSFER_IN,
                        LineKind.TRANSFER_OUT,
                        LineKind.RECOVERY,
                        LineKind.CONTRIBUTION_REFUND)
                .negated();
    }

    private Money putAside() {
        return balances.earmarked().plus(balances.authorised());
    }

    private List<String> whatWeAgreed() {
        var facts = book.facts();
        var agreed = new ArrayList<String>();
        facts.last(PlanEvent.class).map(InWords::of).ifPresent(agreed::add);
        Deployments.of(facts).inForceOn(today).stream().map(RecipientPage::held).forEach(agreed::add);
        Deployments.of(facts).everSet(today).stream()
                .flatMap(deployment -> facts.of(AgreementSigned.class).reversed().stream()
                        .filter(signed -> signed.deployment().equals(deployment.deploymentId()))
                        .limit(1))
                .map(InWords::of)
                .forEach(agreed::add);
        return agreed;
    }

    private static String held(Deployment deployment) {
        return switch (deployment.degree()) {
            case SELF -> "The money is paid to you.";
            case REPRESENTATIVE -> "The money is paid to someone you trust, who acts for you.";
            case TRUST -> "The money is held by a trust that you control.";
            case AGENT -> "The money is held by a support organisation for you.";
            case PROVIDER_FUND -> "A provider of support holds a fund for you.";
            case AUTHORITY -> "The council manages the money for you.";
        };
    }

    private List<String> sentences(List<AllocationInWords> whatYouGet, List<ShareInWords> yourShare) {
        var sentences = new ArrayList<String>();
        whatYouGet.stream().map(AllocationInWords::inWords).forEach(sentences::add);
        yourShare.stream().map(ShareInWords::inWords).forEach(sentences::add);
        if (managed().isPositive()) {
            sentences.add("%s has come due so far on money that is managed for you.".formatted(managed()));
        }
        sentences.add("%s came in and %s went out.".formatted(cameIn(), wentOut()));
        sentences.add("%s is left; %s of it is put aside or promised.".formatted(balances.balance(), putAside()));
        if (balances.suspense().isPositive()) {
            sentences.add("%s of it came in and no one has said yet what it is.".formatted(balances.suspense()));
        }
        sentences.add(
                balances.debts().isEmpty()
                        ? "Nothing is asked back from you."
                        : "%s may be asked back, for the payments listed with their reasons."
                                .formatted(balances.debt()));
        if (balances.owedToHolder().isPositive()) {
            sentences.add("%s more is owed to you.".formatted(balances.owedToHolder()));
        }
        notices().stream().map(RecipientPage::askedBack).forEach(sentences::add);
        return sentences;
    }

    private List<NoticeView> notices() {
        return Notices.open(book.facts().of(RecoveryEvent.class));
    }

    private static String askedBack(NoticeView notice) {
        return "%s is asked back, not before %s: “%s”".formatted(notice.outstanding(), notice.dueOn(), notice.reason());
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null ? null : amount.money();
    }
}
