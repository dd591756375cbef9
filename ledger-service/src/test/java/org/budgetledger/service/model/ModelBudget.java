package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.budgetledger.api.Actor;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.SetDeployments;
import org.budgetledger.api.budget.earmark.ReleaseEarmark;
import org.budgetledger.api.budget.earmark.SetEarmark;
import org.budgetledger.api.budget.entitlement.EntitlementLine;
import org.budgetledger.api.budget.entitlement.OwedPart;
import org.budgetledger.api.budget.spending.AuthoriseSpend;
import org.budgetledger.api.budget.spending.CancelAuthorisation;
import org.budgetledger.api.budget.spending.RecordSpend;
import org.budgetledger.api.budget.spending.ResolveQuery;
import org.jspecify.annotations.Nullable;

/** One budget as the list of what was accepted and the list of its money; every figure is added up anew each time. */
final class ModelBudget {
    /** An accepted command, who sent it, and the deployment that it turned out to mean. */
    record Done(
            BudgetCommand command, Actor actor, @Nullable DeploymentId deployment) {}

    final BudgetId id;
    final AuthorityId authority;
    final List<Done> done = new ArrayList<>();
    final List<MoneyLine> lines = new ArrayList<>();
    final List<ModelSpan> spans = new ArrayList<>();
    final List<ModelItem> items = new ArrayList<>();

    /** What each payment settled of the items that are owed. */
    final Map<EntryId, List<OwedPart>> settledBy = new HashMap<>();

    /** The pools that it has a share in. */
    final Set<PoolId> pools = new HashSet<>();

    final Map<AccountKey, Long> writtenOff = new HashMap<>();
    private final PayCycle cycle;
    private final Map<ModelSpan, Long> contributions = new HashMap<>();
    private final Map<LocalDate, List<NaiveLine>> entitled = new HashMap<>();
    private NaiveBook book;
    private int looked;

    ModelBudget(BudgetId id, AuthorityId authority, PayCycle cycle) {
        this.id = id;
        this.authority = authority;
        this.cycle = cycle;
        this.book = new NaiveBook(cycle);
    }

    /** The accepted commands of a kind, oldest first. */
    <C> List<C> all(Class<C> kind) {
        var found = new ArrayList<C>();
        for (var each : done) {
            if (kind.isInstance(each.command())) {
                found.add(kind.cast(each.command()));
            }
        }
        return found;
    }

    <C> @Nullable C last(Class<C> kind) {
        var all = all(kind);
        return all.isEmpty() ? null : all.getLast();
    }

    /** What was done about one deployment, oldest first. */
    List<Done> about(DeploymentId deployment, Class<?> kind) {
        return done.stream()
                .filter(each -> kind.isInstance(each.command()) && deployment.equals(each.deployment()))
                .toList();
    }

    /** The deployment as it was last set; none for the authority's own before any is. */
    @Nullable
    Deployment described(DeploymentId deployment) {
        return all(SetDeployments.class).reversed().stream()
                .flatMap(set -> set.deployments().stream())
                .filter(each -> each.deploymentId().equals(deployment))
                .findFirst()
                .orElse(null);
    }

    boolean notional(DeploymentId deployment) {
        var described = described(deployment);
        return described == null || described.notional();
    }

    /** Which deployment a command means; null, with the refusal noted, when it means none. */
    @Nullable
    DeploymentId meant(@Nullable DeploymentId named, Answer answer) {
        if (named != null) {
            var known = named.equals(DeploymentId.AUTHORITY) || described(named) != null;
            answer.refuseIf(!known, "UNKNOWN_DEPLOYMENT");
            return known ? named : null;
        }
        var set = last(SetDeployments.class);
        if (set == null) {
            return DeploymentId.AUTHORITY;
        }
        var several = set.deployments().size() > 1;
        answer.refuseIf(several, "DEPLOYMENT_REQUIRED");
        return several ? null : set.deployments().getFirst().deploymentId();
    }

    void write(MoneyLine.Kind kind, EntryId entry, AccountKey account, long pence, @Nullable EntryId about) {
        lines.add(new MoneyLine(kind, entry, account, pence, about));
    }

    boolean entryKnown(EntryId entry) {
        return lines.stream()
                .anyMatch(line ->
                        line.kind() != MoneyLine.Kind.OUT_OF_POOL && line.id().equals(entry));
    }

    @Nullable
    MoneyLine line(EntryId entry, MoneyLine.Kind kind) {
        for (var line : lines) {
            if (line.kind() == kind && line.id().equals(entry)) {
                return line;
            }
        }
        return null;
    }

    /** The item of this name, which is there. */
    ModelItem item(ItemId id) {
        return items.stream().filter(item -> item.id.equals(id)).findFirst().orElseThrow();
    }

    /** Arrears of contributions that were given up. */
    long writtenOff(AccountKey account) {
        return writtenOff.getOrDefault(account, 0L);
    }

    boolean reversed(EntryId entry) {
        return lines.stream().anyMatch(line -> line.kind() == MoneyLine.Kind.REVERSAL && entry.equals(line.about()));
    }

    boolean explained(EntryId credit) {
        return line(credit, MoneyLine.Kind.EXPLAINED) != null;
    }

    /** The refunds of a spend that still count, and the credits that turned out to be its refund. */
    List<MoneyLine> refundsOf(EntryId spend) {
        return lines.stream()
                .filter(line -> line.kind() == MoneyLine.Kind.REFUND || line.kind() == MoneyLine.Kind.EXPLAINED)
                .filter(line -> spend.equals(line.about()) && !reversed(line.id()))
                .toList();
    }

    /** What is left of a spend. */
    long left(MoneyLine spend) {
        if (reversed(spend.id()) || disallowed(spend.id())) {
            return 0;
        }
        var left = -spend.pence();
        for (var refund : refundsOf(spend.id())) {
            left -= refundPence(refund);
        }
        return left;
    }

    /** R12: what was left of it is a debt, and nothing is left of it any more. */
    boolean disallowed(EntryId spend) {
        return all(ResolveQuery.class).stream()
                .anyMatch(each ->
                        each.spendId().equals(spend) && each.resolution() == ResolveQuery.Resolution.DISALLOWED);
    }

    private long refundPence(MoneyLine refund) {
        var credit = line(refund.id(), MoneyLine.Kind.CREDIT);
        return credit == null ? refund.pence() : credit.pence();
    }

    long held(AccountKey account) {
        var sum = 0L;
        for (var line : lines) {
            if (line.account().equals(account)) {
                sum += line.pence();
            }
        }
        return sum;
    }

    long unexplained(AccountKey account) {
        return lines.stream()
                .filter(line ->
                        line.kind() == MoneyLine.Kind.CREDIT && line.account().equals(account))
                .filter(line -> !explained(line.id()) && !reversed(line.id()))
                .mapToLong(MoneyLine::pence)
                .sum();
    }

    /** What is due, by the commands that were accepted so far. */
    NaiveBook book() {
        var decided = false;
        for (; looked < done.size(); looked++) {
            decided |= ModelBook.concerns(done.get(looked).command());
        }
        if (decided) {
            book = ModelBook.of(this, cycle);
            entitled.clear();
            contributions.clear();
        }
        return book;
    }

    long entitled(LocalDate day, AccountKey account) {
        return upTo(day, account, false);
    }

    /** What the person was to pay up to a day. */
    long contributed(LocalDate day, AccountKey account) {
        return upTo(day, account, true);
    }

    private long upTo(LocalDate day, AccountKey account, boolean contributed) {
        var book = book();
        return entitled
                .computeIfAbsent(
                        day,
                        until -> book.streams().stream()
                                .flatMap(stream -> NaiveWalk.lines(book, stream, book.firstDay(), until).stream())
                                .toList())
                .stream()
                .filter(line -> (line.kind() == EntitlementLine.Kind.CONTRIBUTION) == contributed
                        && line.stream() == account.stream()
                        && line.deployment().equals(account.deployment()))
                .mapToLong(NaiveLine::pence)
                .sum();
    }

    /** What the person was to pay to a span of days that was released. */
    long contributed(ModelSpan span) {
        var book = book();
        return contributions.computeIfAbsent(
                span,
                _ -> NaiveDue.lines(book, span.account, span.from, span.to).stream()
                        .filter(line -> line.kind() == EntitlementLine.Kind.CONTRIBUTION)
                        .mapToLong(NaiveLine::pence)
                        .sum());
    }

    long balance(LocalDate day, AccountKey account) {
        return held(account) + (notional(account.deployment()) ? entitled(day, account) : 0);
    }

    long balance(LocalDate day, DeploymentId deployment) {
        var sum = 0L;
        for (var stream : FundingStream.values()) {
            sum += balance(day, new AccountKey(deployment, stream));
        }
        return sum;
    }

    long free(LocalDate day, AccountKey account) {
        return balance(day, account) - unexplained(account) - earmarked(account) - authorised(day, account);
    }

    /**
     * R8, R11, R18: a decision takes no more than is free, on the day it is for and on the day it is taken, or the same pound
     * could be spent twice by dating one of the decisions ahead.
     */
    void refuseAbove(long amount, LocalDate day, AccountKey account, @Nullable BudgetId named, Answer answer) {
        var free = Math.min(free(day, account), free(answer.today, account));
        answer.refuseIf(amount > free, Why.tooLittle(free, amount - free, Objects.requireNonNullElse(named, "")));
    }

    private long earmarked(AccountKey account) {
        var sum = 0L;
        for (var each : about(account.deployment(), SetEarmark.class)) {
            var earmark = (SetEarmark) each.command();
            if (earmark.stream() == account.stream()) {
                sum += leftOf(earmark);
            }
        }
        return sum;
    }

    long leftOf(SetEarmark earmark) {
        var left = earmark.amount().pence();
        for (var release : all(ReleaseEarmark.class)) {
            if (release.earmarkId().equals(earmark.earmarkId())) {
                left -= release.amount() == null ? left : release.amount().pence();
            }
        }
        return left;
    }

    private long authorised(LocalDate day, AccountKey account) {
        var sum = 0L;
        for (var each : about(account.deployment(), AuthoriseSpend.class)) {
            var authorised = (AuthoriseSpend) each.command();
            if (authorised.stream() == account.stream() && stands(authorised, day)) {
                sum += authorised.amount().pence();
            }
        }
        return sum;
    }

    /** Used up by the spend that names it, lapsed on its date, or cancelled: then it no longer stands (R8). */
    boolean stands(AuthoriseSpend authorised, LocalDate day) {
        ItemId item = authorised.authorisationId();
        return (authorised.lapsesOn() == null || day.isBefore(authorised.lapsesOn()))
                && all(CancelAuthorisation.class).stream()
                        .noneMatch(c -> c.authorisationId().equals(item))
                && all(RecordSpend.class).stream().noneMatch(c -> item.equals(c.authorisationId()));
    }

    /** Every account that money or entitlement has touched. */
    List<AccountKey> accounts() {
        var deployments = new TreeSet<DeploymentId>();
        deployments.add(DeploymentId.AUTHORITY);
        all(SetDeployments.class)
                .forEach(set -> set.deployments().forEach(each -> deployments.add(each.deploymentId())));
        var accounts = new ArrayList<AccountKey>();
        for (var deployment : deployments) {
            for (var stream : World.STREAMS) {
                accounts.add(new AccountKey(deployment, stream));
            }
        }
        return accounts;
    }
}
