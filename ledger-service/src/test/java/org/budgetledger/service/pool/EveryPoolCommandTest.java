package org.budgetledger.service.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.History.ofAmaraAndBen;
import static org.budgetledger.service.given.Known.ALLOCATOR;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CATH;
import static org.budgetledger.service.given.Known.COMMAND;
import static org.budgetledger.service.given.Known.RECONCILER;
import static org.budgetledger.service.given.Known.SOUTHVALE;
import static org.budgetledger.service.given.Known.day;
import static org.budgetledger.service.given.Known.entry;
import static org.budgetledger.service.given.Known.gbp;
import static org.budgetledger.service.given.Known.item;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;
import static org.budgetledger.service.given.Known.statementLine;
import static org.budgetledger.service.given.Known.text;

import java.time.LocalDate;
import java.util.List;
import org.budgetledger.api.Actor;
import org.budgetledger.api.Fact;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.pool.AuthorisePoolSpend;
import org.budgetledger.api.pool.CancelPoolAuthorisation;
import org.budgetledger.api.pool.ClosePool;
import org.budgetledger.api.pool.ContributeToPool;
import org.budgetledger.api.pool.JoinPool;
import org.budgetledger.api.pool.LeavePool;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.api.pool.PoolStake;
import org.budgetledger.api.pool.RecordPoolRefund;
import org.budgetledger.api.pool.RecordPoolSpend;
import org.budgetledger.service.given.PoolScenarios;
import org.budgetledger.service.store.Families;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every command to a pool, whatever it asks. */
class EveryPoolCommandTest extends PoolScenarios {
    private static final PoolId ART = pool("art class");
    private static final LocalDate DAY = day("2025-04-22");
    private static final PoolStake STAKE = new PoolStake(CATH, null, FundingStream.SOCIAL_CARE, gbp("240.00"), null);

    static List<PoolCommand> toAnOpenPool() {
        return List.of(
                new JoinPool(COMMAND, ART, STAKE, DAY),
                new ContributeToPool(
                        COMMAND, ART, AMARA, entry("more"), null, FundingStream.SOCIAL_CARE, gbp("1.00"), DAY),
                new AuthorisePoolSpend(COMMAND, ART, item("new"), gbp("1.00"), DAY, null, null),
                new CancelPoolAuthorisation(COMMAND, ART, item("old"), text("Rained off"), DAY),
                new RecordPoolSpend(
                        COMMAND, ART, entry("spend"), gbp("1.00"), statementLine("line 9"), null, null, DAY),
                new RecordPoolRefund(
                        COMMAND, ART, entry("spend"), entry("refund"), gbp("1.00"), statementLine("line 9"), DAY),
                new LeavePool(COMMAND, ART, AMARA, null, DAY),
                new ClosePool(COMMAND, ART, null, DAY));
    }

    static List<PoolCommand> facts() {
        return toAnOpenPool().stream().filter(Fact.class::isInstance).toList();
    }

    @ParameterizedTest
    @MethodSource("toAnOpenPool")
    void nothing_is_done_to_a_pool_that_is_not_open(PoolCommand command) {
        given().when(command, ALLOCATOR, on("2025-04-22")).expectRefusal(Refusal.poolNotFound(ART));
    }

    @ParameterizedTest
    @MethodSource("toAnOpenPool")
    void another_authority_cannot_tell_that_the_pool_exists(PoolCommand command) {
        var elsewhere = new Actor(SOUTHVALE, ALLOCATOR.id(), ALLOCATOR.role());
        given(ofAmaraAndBen()).when(command, elsewhere, on("2025-04-22")).expectRefusal(Refusal.poolNotFound(ART));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_not_dated_in_the_future(PoolCommand command) {
        given(ofAmaraAndBen()).when(command, RECONCILER, on("2025-04-21")).expectRefusal(Refusal.factInFuture(DAY));
    }

    @Test
    void every_command_and_every_fact_is_among_them() {
        assertThat(toAnOpenPool())
                .extracting(PoolCommand::getClass)
                .doesNotHaveDuplicates()
                .hasSize(Families.recordsOf(PoolCommand.class).size() - 1);
        assertThat(facts()).hasSize(2);
    }
}
