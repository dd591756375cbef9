package org.budgetledger.service.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.budgetledger.api.Amount;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.PersonRef;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.allocation.BudgetAllocated;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.control.Deployment;
import org.budgetledger.api.budget.control.DeploymentsSet;
import org.budgetledger.api.budget.control.Share;
import org.budgetledger.api.budget.entitlement.Entitlement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Domain §4: a line is one rate over one contiguous span inside one pay period, rounded once and never per day. */
class EntitlementDayByDayTest {
    private static final List<FundingStream> STREAMS = List.of(FundingStream.SOCIAL_CARE, FundingStream.HEALTH);
    private static final List<DeploymentId> DEPLOYMENTS = List.of(
            DeploymentId.AUTHORITY, new DeploymentId("self"), new DeploymentId("fund"), new DeploymentId("agent"));

    /** The same book twice: as events, and as what the naive walk reads. */
    private record Book(
            Entitlement entitlement, List<NaiveEntitlement.Sum> sums, List<NaiveEntitlement.Mixture> mixtures) {}

    @Test
    void what_is_due_on_every_account_is_what_a_walk_through_the_days_finds() {
        Cases.forEach(random -> {
            var book = book(random);
            var day = day(random);
            for (var deployment : DEPLOYMENTS) {
                for (var stream : STREAMS) {
                    var account = new AccountKey(deployment, stream);
                    assertThat(due(book, day, account))
                            .as("%s up to %s of %s", account, day, book)
                            .isEqualTo(NaiveEntitlement.upTo(day, account, book.sums(), book.mixtures()));
                }
            }
        });
    }

    @Test
    void the_deployments_parts_of_each_line_add_up_to_the_line() {
        Cases.forEach(random -> {
            var book = book(random);
            // Lines end where deployments change, so the whole is taken over lines that end there too.
            var alone = book.mixtures().stream()
                    .map(mixture -> new NaiveEntitlement.Mixture(mixture.number(), mixture.from(), List.of()))
                    .toList();
            var day = day(random);
            for (var stream : STREAMS) {
                var whole =
                        NaiveEntitlement.upTo(day, new AccountKey(DeploymentId.AUTHORITY, stream), book.sums(), alone);
                var parts = DEPLOYMENTS.stream()
                        .mapToLong(deployment -> due(book, day, new AccountKey(deployment, stream)))
                        .sum();
                assertThat(parts).as("%s up to %s of %s", stream, day, book).isEqualTo(whole);
            }
        });
    }

    @Test
    void the_start_in_mid_period_of_the_first_worked_example_is_due_to_the_penny() {
        var book = Entitlement.NONE.evolve(
                allocated(FundingStream.SOCIAL_CARE, Amount.ofPence(26_000), null, LocalDate.of(2025, 4, 16), null));
        var account = new AccountKey(DeploymentId.AUTHORITY, FundingStream.SOCIAL_CARE);
        assertThat(book.upTo(LocalDate.of(2025, 5, 4), account)).isEqualTo(Money.ofPence(70_571));
        assertThat(book.upTo(LocalDate.of(2025, 6, 1), account)).isEqualTo(Money.ofPence(70_571 + 104_000));
    }

    private static long due(Book book, LocalDate day, AccountKey account) {
        return book.entitlement().upTo(day, account).pence();
    }

    private static LocalDate day(RandomGenerator random) {
        return LocalDate.of(2025, 4, 7).plusDays(random.nextInt(-90, 200));
    }

    private static Book book(RandomGenerator random) {
        var book = new Book(Entitlement.NONE, new ArrayList<>(), new ArrayList<>());
        for (var i = random.nextInt(1, 4); i > 0; i--) {
            var stream = STREAMS.get(random.nextInt(STREAMS.size()));
            var sum = Amount.ofPence(random.nextLong(1, random.nextBoolean() ? 100 : 60_000));
            var rate = random.nextInt(4) > 0;
            var from = day(random);
            var to = rate && random.nextBoolean() ? from.plusDays(random.nextInt(0, 70)) : null;
            var allocated = allocated(stream, rate ? sum : null, rate ? null : sum, from, to);
            book.sums().add(new NaiveEntitlement.Sum(stream, allocated.weekly(), allocated.oneOff(), from, to));
            book = new Book(book.entitlement().evolve(allocated), book.sums(), book.mixtures());
        }
        var from = day(random);
        for (var i = random.nextInt(0, 4); i > 0; i--) {
            var deployments = deployments(random);
            book.mixtures().add(new NaiveEntitlement.Mixture(book.mixtures().size(), from, deployments));
            book = new Book(
                    book.entitlement().evolve(new DeploymentsSet(deployments, from, null)),
                    book.sums(),
                    book.mixtures());
            from = from.plusDays(random.nextInt(0, 40));
        }
        return book;
    }

    private static BudgetAllocated allocated(
            FundingStream stream,
            @Nullable Amount weekly,
            @Nullable Amount oneOff,
            LocalDate from,
            @Nullable LocalDate to) {
        return new BudgetAllocated(new ItemId(new UUID(4, 1)), stream, weekly, oneOff, null, from, to, null);
    }

    private static List<Deployment> deployments(RandomGenerator random) {
        var deployments = new ArrayList<Deployment>();
        for (var id : DEPLOYMENTS) {
            if (random.nextBoolean()) {
                var shares = new ArrayList<Share>();
                for (var stream : STREAMS) {
                    if (random.nextInt(3) > 0) {
                        shares.add(new Share(stream, random.nextLong(1, random.nextBoolean() ? 4 : 30_000)));
                    }
                }
                deployments.add(new Deployment(
                        id,
                        id.equals(DeploymentId.AUTHORITY) ? DegreeOfControl.AUTHORITY : DegreeOfControl.AGENT,
                        new PersonRef("holder-1"),
                        shares.isEmpty() ? null : shares,
                        null));
            }
        }
        return deployments;
    }
}
