package org.budgetledger.service.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.budgetledger.api.ActorId;
import org.budgetledger.api.Amount;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.Evidence;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.PayCycle;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Reference;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.control.SetDeployments;
import org.jspecify.annotations.Nullable;

/** Where a random history takes its values from: often on a limit or just past it, now and then from nowhere. */
final class World {
    static final List<FundingStream> STREAMS =
            List.of(FundingStream.SOCIAL_CARE, FundingStream.HEALTH, FundingStream.INDEPENDENT_LIVING);
    static final FreeText TEXT = new FreeText("so");
    static final Reference REFERENCE = new Reference("ref-1");
    static final Evidence EVIDENCE = new Evidence(Evidence.Kind.MANUAL_ENTRY, REFERENCE);
    static final List<ActorId> ACTORS = List.of(new ActorId("ann"), new ActorId("bob"), new ActorId("cat"));

    final RandomGenerator random;
    final ModelLedger model;
    final List<BudgetId> budgets = new ArrayList<>();
    final List<PoolId> pools = new ArrayList<>();
    private final List<LocalDate> mentioned = new ArrayList<>();
    LocalDate today = LocalDate.of(2025, 4, 1);
    private long ids;

    World(RandomGenerator random, ModelLedger model) {
        this.random = random;
        this.model = model;
        budgets.addAll(times(pick(2, 2, 2, 3, 3, 4, 5), () -> new BudgetId(fresh(1))));
        pools.addAll(times(random.nextInt(0, 3), () -> new PoolId(fresh(2))));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    final <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    <T> List<T> times(int count, Supplier<T> each) {
        var all = new ArrayList<T>();
        for (var i = 0; i < count; i++) {
            all.add(each.get());
        }
        return all;
    }

    private UUID fresh(long kind) {
        return new UUID(kind, ++ids);
    }

    CommandId commandId() {
        return new CommandId("command-%04d".formatted(++ids));
    }

    /** Most of what happens is about the first, so that it comes far. */
    BudgetId budget() {
        return chance(1) ? new BudgetId(fresh(1)) : chance(50) ? budgets.getFirst() : pick(budgets);
    }

    PoolId pool() {
        return pools.isEmpty() || chance(1) ? new PoolId(fresh(2)) : pick(pools);
    }

    ModelBudget known(BudgetId budget) {
        var known = model.budgets.get(budget);
        return known != null ? known : new ModelBudget(budget, new AuthorityId("nowhere"), PayCycle.FOUR_WEEKLY_2025);
    }

    /** What came back from a pool is no entry of its own. */
    private List<MoneyLine> entries(BudgetId budget) {
        return known(budget).lines.stream()
                .filter(line -> line.kind() != MoneyLine.Kind.OUT_OF_POOL)
                .toList();
    }

    /** An id for something new; now and then one that is taken. */
    EntryId newEntry(BudgetId budget) {
        var lines = entries(budget);
        return lines.isEmpty() || !chance(3)
                ? new EntryId(fresh(3))
                : pick(lines).id();
    }

    ItemId newItem(List<ItemId> taken) {
        return taken.isEmpty() || !chance(4) ? new ItemId(fresh(4)) : pick(taken);
    }

    ItemId item(List<ItemId> known) {
        return known.isEmpty() || chance(4) ? new ItemId(fresh(4)) : pick(known);
    }

    /** An entry of one of these kinds where there is one; now and then any other, or one that is not there. */
    EntryId entry(BudgetId budget, MoneyLine.Kind... kinds) {
        var lines = entries(budget);
        var fitting = lines.stream()
                .filter(line -> List.of(kinds).contains(line.kind()))
                .toList();
        if (!fitting.isEmpty() && chance(93)) {
            return pick(fitting).id();
        }
        return lines.isEmpty() || chance(50)
                ? new EntryId(fresh(3))
                : pick(lines).id();
    }

    PersonRef person(int from, int to) {
        return new PersonRef("person-" + random.nextInt(from, to));
    }

    FundingStream stream() {
        return chance(55) ? FundingStream.SOCIAL_CARE : pick(STREAMS);
    }

    /** Every deployment that the budget has had. */
    List<DeploymentId> deployments(BudgetId budget) {
        return known(budget).all(SetDeployments.class).stream()
                .flatMap(set -> set.deployments().stream())
                .map(deployment -> deployment.deploymentId())
                .distinct()
                .toList();
    }

    @Nullable
    DeploymentId deploymentOrNone(BudgetId budget) {
        var known = deployments(budget);
        return chance(known.size() > 1 ? 5 : 40) ? null : deployment(budget);
    }

    DeploymentId deployment(BudgetId budget) {
        var known = deployments(budget);
        return chance(3)
                ? new DeploymentId("nobody")
                : known.isEmpty() || chance(4) ? DeploymentId.AUTHORITY : pick(known);
    }

    /** An account with money to use, where there is one. */
    AccountKey funded(BudgetId budget, LocalDate on) {
        var known = known(budget);
        var funded = known.accounts().stream()
                .filter(account -> known.free(on, account) > 0)
                .toList();
        return funded.isEmpty() || chance(10) ? account(budget, deployment(budget), stream()) : pick(funded);
    }

    /** The deployment's name, or none where the budget has just that one. */
    @Nullable
    DeploymentId named(DeploymentId deployment, BudgetId budget) {
        return chance(30) && deployment.equals(known(budget).meant(null, new Answer(today))) ? null : deployment;
    }

    /** What the account of a command would be, so that its sum can be put on a limit. */
    AccountKey account(BudgetId budget, @Nullable DeploymentId deployment, FundingStream stream) {
        var meant = known(budget).meant(deployment, new Answer(today));
        return new AccountKey(Objects.requireNonNullElse(meant, DeploymentId.AUTHORITY), stream);
    }

    Amount amount() {
        return Amount.ofPence(
                chance(20)
                        ? random.nextInt(1, 12)
                        : chance(80) ? random.nextInt(1, 30_000) : random.nextInt(1, 900_000));
    }

    /** A sum on a limit, a penny either side of it, or any. */
    Amount amount(long limit) {
        var near = limit + random.nextInt(-1, 2);
        return near < 1 || near > Amount.MAX_PENCE || chance(45) ? amount() : Amount.ofPence(near);
    }

    Amount amountFrom(AccountKey account, BudgetId budget, LocalDate on) {
        return amount(known(budget).free(on, account));
    }

    /** A day of something that has happened: seldom in the future. */
    LocalDate past() {
        return chance(3) ? today.plusDays(1) : chance(60) ? today : earlier(day());
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    /** Any day: today, one around a day that was mentioned before, or some day near. */
    LocalDate day() {
        var day = chance(35) || mentioned.isEmpty()
                ? today
                : chance(60)
                        ? pick(mentioned).plusDays(pick(-1, 0, 0, 1, 27, 28))
                        : today.plusDays(random.nextInt(-40, 40));
        mention(day);
        return day;
    }

    /** Any day; about a budget that has ended, often one around its last. */
    LocalDate day(BudgetId budget) {
        var lastDay = known(budget).book().lastDay();
        return lastDay == null || chance(40) ? day() : lastDay.plusDays(pick(-1, 0, 0, 1, 1));
    }

    private void mention(LocalDate day) {
        if (mentioned.size() < 12) {
            mentioned.add(day);
        } else {
            mentioned.set(random.nextInt(12), day);
        }
    }

    @Nullable
    LocalDate dayAfterOrNone(LocalDate day) {
        return chance(50) ? null : day.plusDays(pick(1, 2, 7, 28, 90));
    }

    @Nullable
    FreeText textOrNone() {
        return chance(50) ? TEXT : null;
    }
}
