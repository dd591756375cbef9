package org.budgetledger.service.pool;

import static org.budgetledger.service.given.History.closed;
import static org.budgetledger.service.given.History.deployed;
import static org.budgetledger.service.given.History.deployment;
import static org.budgetledger.service.given.History.funded;
import static org.budgetledger.service.given.History.left;
import static org.budgetledger.service.given.History.line;
import static org.budgetledger.service.given.History.ofAmaraAndBen;
import static org.budgetledger.service.given.History.opened;
import static org.budgetledger.service.given.History.paid;
import static org.budgetledger.service.given.History.spent;
import static org.budgetledger.service.given.History.withdrawn;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.BEN;
import static org.budgetledger.service.given.Known.CATH;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.PERSON;
import static org.budgetledger.service.given.Known.SELF;
import static org.budgetledger.service.given.Known.SOUTHVALE;
import static org.budgetledger.service.given.Known.TRUST;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.money;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.text;

import java.util.List;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.Minting;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.allocation.BudgetOpened;
import org.budgetledger.api.budget.control.DegreeOfControl;
import org.budgetledger.api.budget.pooling.ContributedToPool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.PoolBudgets;
import org.budgetledger.api.pool.PoolContributionReceived;
import org.budgetledger.api.pool.PoolMemberJoined;
import org.budgetledger.api.pool.PoolOpened;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.service.given.PoolScenarios;
import org.junit.jupiter.api.Test;

/** Putting money together, joining and putting in more: R18. */
class MembershipTest extends PoolScenarios {
    private static final PoolId ART = pool("art class");
    private static final FundingStream CARE = FundingStream.SOCIAL_CARE;

    @Test
    void every_member_s_money_moves_and_weights_may_be_agreed() {
        given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "360.00")))
                .when(
                        new PoolBudgets(
                                COMMAND,
                                ART,
                                text("Art class"),
                                List.of(
                                        new PoolStake(AMARA, SELF, CARE, gbp("600.00"), 1L),
                                        new PoolStake(BEN, null, CARE, gbp("360.00"), 2L)),
                                day("2025-04-22")),
                        ALLOCATOR,
                        on("2025-04-22"))
                .expectEvents(
                        new PoolOpened(ART, NORTHMERE, text("Art class"), day("2025-04-22")),
                        new PoolMemberJoined(AMARA, 1, day("2025-04-22")),
                        received(AMARA, "600.00"),
                        of(AMARA, contributed(AMARA, "600.00")),
                        new PoolMemberJoined(BEN, 2, day("2025-04-22")),
                        received(BEN, "360.00"),
                        of(BEN, contributed(BEN, "360.00")));
    }

    @Test
    void no_member_s_money_moves_when_one_has_too_little() {
        given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "359.99")))
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("359.99"), money("0.01"), BEN));
    }

    @Test
    void what_went_into_one_pool_is_not_there_for_another() {
        var first = given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "360.00")))
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectEvents(openedByBoth());
        first.beforeAnotherPool()
                .when(
                        new PoolBudgets(
                                new CommandId("another-command"),
                                pool("shared house"),
                                text("Shared house"),
                                poolBudgets().members(),
                                day("2025-04-22")),
                        ALLOCATOR,
                        on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("0.00"), money("600.00"), AMARA));
    }

    @Test
    void a_pool_is_opened_once() {
        given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "360.00")), ofAmaraAndBen())
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.alreadyOpen(ART));
    }

    @Test
    void a_budget_that_is_not_there_or_is_another_authority_s_does_not_join() {
        given(of(AMARA, funded(AMARA, "600.00")))
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.budgetNotFound(BEN));
        given(
                        of(AMARA, funded(AMARA, "600.00")),
                        of(BEN, new BudgetOpened(BEN, SOUTHVALE, PERSON, null, null, day("2025-04-01"))))
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.budgetNotFound(BEN));
    }

    @Test
    void a_withdrawn_budget_does_not_join_after_its_last_day() {
        given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "360.00"), withdrawn()))
                .when(
                        new PoolBudgets(
                                COMMAND, ART, text("Art class"), poolBudgets().members(), day("2025-08-18")),
                        ALLOCATOR,
                        on("2025-08-18"))
                .expectRefusal(Refusal.budgetWithdrawn(day("2025-08-17")));
    }

    @Test
    void a_member_with_several_deployments_says_which_the_money_comes_from() {
        given(
                        of(AMARA, funded(AMARA, "600.00")),
                        of(
                                BEN,
                                opened(BEN),
                                deployed(
                                        deployment(SELF, DegreeOfControl.SELF),
                                        deployment(TRUST, DegreeOfControl.TRUST)),
                                paid("payment", SELF, line(CARE, "360.00"))))
                .when(poolBudgets(), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.deploymentRequired());
    }

    @Test
    void a_member_s_money_comes_from_a_deployment_that_is_there() {
        var stakes = List.of(
                new PoolStake(AMARA, TRUST, CARE, gbp("600.00"), null),
                new PoolStake(BEN, null, CARE, gbp("360.00"), null));
        given(of(AMARA, funded(AMARA, "600.00")), of(BEN, funded(BEN, "360.00")))
                .when(
                        new PoolBudgets(COMMAND, ART, text("Art class"), stakes, day("2025-04-22")),
                        ALLOCATOR,
                        on("2025-04-22"))
                .expectRefusal(Refusal.unknownDeployment(TRUST));
    }

    @Test
    void a_budget_joins_a_pool_that_is_open() {
        given(ofAmaraAndBen(), of(CATH, funded(CATH, "240.00")))
                .when(join(CATH, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(
                        new PoolMemberJoined(CATH, 24000, day("2025-04-22")),
                        received(CATH, "240.00"),
                        of(CATH, contributed(CATH, "240.00")));
    }

    @Test
    void a_budget_joins_with_what_is_free_and_no_more() {
        given(ofAmaraAndBen(), of(CATH, funded(CATH, "240.00")))
                .when(join(CATH, "240.01"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), CATH));
    }

    @Test
    void a_budget_that_is_not_there_does_not_join_later_either() {
        given(ofAmaraAndBen())
                .when(join(CATH, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.budgetNotFound(CATH));
    }

    @Test
    void who_is_or_was_a_member_does_not_join_again() {
        given(ofAmaraAndBen(), of(BEN, funded(BEN, "240.00")))
                .when(join(BEN, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.alreadyAMember(BEN));
        given(ofAmaraAndBen(), left(BEN), of(BEN, funded(BEN, "240.00")))
                .when(join(BEN, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.alreadyAMember(BEN));
    }

    @Test
    void nobody_joins_a_closed_pool() {
        given(ofAmaraAndBen(), closed(), of(CATH, funded(CATH, "240.00")))
                .when(join(CATH, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.poolClosed());
    }

    @Test
    void a_member_puts_in_more_and_the_weights_stay() {
        given(ofAmaraAndBen(), of(BEN, funded(BEN, "240.00")))
                .when(contribute(BEN, "240.00"), ALLOCATOR, on("2025-04-22"))
                .expectEvents(
                        new PoolContributionReceived(entry("more"), BEN, SELF, CARE, gbp("240.00"), day("2025-04-22")),
                        of(
                                BEN,
                                new ContributedToPool(
                                        ART, entry("more"), SELF, CARE, gbp("240.00"), day("2025-04-22"))));
    }

    @Test
    void a_member_puts_in_no_more_than_is_free() {
        given(ofAmaraAndBen(), of(BEN, funded(BEN, "240.00")))
                .when(contribute(BEN, "240.01"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(new Refusal.InsufficientFunds(money("240.00"), money("0.01"), BEN));
    }

    @Test
    void only_members_put_money_in() {
        given(ofAmaraAndBen(), of(CATH, funded(CATH, "240.00")))
                .when(contribute(CATH, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.notAMember(CATH));
        given(ofAmaraAndBen(), left(BEN), of(BEN, funded(BEN, "240.00")))
                .when(contribute(BEN, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.notAMember(BEN));
    }

    @Test
    void nobody_puts_money_into_a_closed_pool() {
        given(ofAmaraAndBen(), closed(), of(BEN, funded(BEN, "240.00")))
                .when(contribute(BEN, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.poolClosed());
    }

    @Test
    void a_contribution_s_id_names_one_entry_of_the_pool_and_one_of_the_member() {
        given(
                        ofAmaraAndBen(),
                        new PoolContributionReceived(entry("more"), AMARA, SELF, CARE, gbp("1.00"), day("2025-04-22")),
                        of(BEN, funded(BEN, "240.00")))
                .when(contribute(BEN, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(entry("more")));
        given(ofAmaraAndBen(), of(BEN, funded(BEN, "240.00"), spent("more", SELF, CARE, "1.00", "2025-04-20")))
                .when(contribute(BEN, "40.00"), ALLOCATOR, on("2025-04-22"))
                .expectRefusal(Refusal.idInUse(entry("more")));
    }

    private static PoolBudgets poolBudgets() {
        return new PoolBudgets(
                COMMAND,
                ART,
                text("Art class"),
                List.of(
                        new PoolStake(AMARA, null, CARE, gbp("600.00"), null),
                        new PoolStake(BEN, null, CARE, gbp("360.00"), null)),
                day("2025-04-22"));
    }

    private static List<Object> openedByBoth() {
        return List.of(
                new PoolOpened(ART, NORTHMERE, text("Art class"), day("2025-04-22")),
                new PoolMemberJoined(AMARA, 60000, day("2025-04-22")),
                received(AMARA, "600.00"),
                of(AMARA, contributed(AMARA, "600.00")),
                new PoolMemberJoined(BEN, 36000, day("2025-04-22")),
                received(BEN, "360.00"),
                of(BEN, contributed(BEN, "360.00")));
    }

    private static JoinPool join(BudgetId member, String amount) {
        return new JoinPool(COMMAND, ART, new PoolStake(member, null, CARE, gbp(amount), null), day("2025-04-22"));
    }

    private static ContributeToPool contribute(BudgetId member, String amount) {
        return new ContributeToPool(COMMAND, ART, member, entry("more"), null, CARE, gbp(amount), day("2025-04-22"));
    }

    private static EntryId minted(BudgetId member) {
        return new EntryId(Minting.mint(NORTHMERE, COMMAND, "contribution|" + member));
    }

    private static PoolContributionReceived received(BudgetId member, String amount) {
        return new PoolContributionReceived(minted(member), member, SELF, CARE, gbp(amount), day("2025-04-22"));
    }

    private static ContributedToPool contributed(BudgetId member, String amount) {
        return new ContributedToPool(ART, minted(member), SELF, CARE, gbp(amount), day("2025-04-22"));
    }
}
