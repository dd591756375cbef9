package org.budgetledger.service.pool;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.pool.PoolCommand;
import org.budgetledger.service.budget.Budget;
import org.budgetledger.service.budget.BudgetAggregate;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.store.Answers;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.RefusedException;

/**
 * Takes every command to a pool: loads it and the budgets the command touches, decides on all of them together and appends to
 * all of them in one unit of work, so that everything happens or nothing does (R18).
 *
 * <p>Locks are taken by loading: first the pool, then its members in the order of their ids. A command to a budget locks that
 * budget alone and a command to a pool locks one pool, so that no two commands can each wait for the other.
 */
public final class PoolCommandHandler implements MessageHandler<CommandMessage<?>> {
    private final Repository<PoolAggregate> pools;
    private final Repository<BudgetAggregate> budgets;
    private final Answers answers;
    private final PolicyPacks packs;
    private final Clock clock;

    public PoolCommandHandler(
            Repository<PoolAggregate> pools,
            Repository<BudgetAggregate> budgets,
            Answers answers,
            PolicyPacks packs,
            Clock clock) {
        this.pools = pools;
        this.budgets = budgets;
        this.answers = answers;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public CommandAnswer handle(CommandMessage<?> message) throws Exception {
        var command = (PoolCommand) message.getPayload();
        var envelope = Envelope.of(message);
        var pool = pools.loadOrCreate(command.poolId().toString(), PoolAggregate::new);
        var earlier = pool.invoke(stream -> answeredBefore(command, envelope, stream));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var members = load(PoolDecider.membersTouched(command, pool.invoke(PoolAggregate::state)));
        var at = Stream.concat(Stream.of(pool), members.values().stream())
                .map(aggregate -> aggregate.invoke(stream -> stream.notBefore(clock.instant())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var states = new HashMap<BudgetId, Budget>();
        members.forEach((id, member) -> states.put(id, member.invoke(BudgetAggregate::state)));
        var decision = PoolDecider.decide(
                command, new Context(envelope.actor(), at), pool.invoke(PoolAggregate::state), states);
        return switch (decision) {
            case Decision.Refused<Addressed>(var refusal) -> {
                pool.execute(stream -> answers.requireAllKnown(command.poolId(), stream));
                members.forEach((id, member) -> member.execute(stream -> answers.requireAllKnown(id, stream)));
                throw new RefusedException(refusal);
            }
            case Decision.Accepted<Addressed>(var events) -> {
                var first = pool.invoke(PoolAggregate::version) + 1;
                var own = at(command.poolId(), events);
                var basis = packs.defaultFor(envelope.actor().authority()).basisOf(command);
                pool.execute(stream -> stream.answer(own, envelope, basis, at));
                members.forEach(
                        (id, member) -> member.execute(stream -> stream.append(at(id, events), envelope, basis, at)));
                yield Answers.fresh(command.poolId(), first, at, own);
            }
        };
    }

    private Optional<CommandAnswer> answeredBefore(PoolCommand command, Envelope envelope, PoolAggregate stream) {
        try {
            return earlier(command, envelope, stream);
        } catch (RefusedException refused) {
            answers.requireAllKnown(command.poolId(), stream);
            throw refused;
        }
    }

    private Optional<CommandAnswer> earlier(PoolCommand command, Envelope envelope, PoolAggregate stream) {
        if (!stream.visibleTo(envelope.actor().authority())) {
            return Optional.empty();
        }
        var earlier = answers.earlier(stream, command.poolId(), envelope);
        if (earlier.isEmpty()) {
            stream.requireVersion(envelope.expectedVersion());
        }
        return earlier;
    }

    private SequencedMap<BudgetId, org.axonframework.modelling.command.Aggregate<BudgetAggregate>> load(
            SortedSet<BudgetId> ids) throws Exception {
        var loaded = new LinkedHashMap<BudgetId, org.axonframework.modelling.command.Aggregate<BudgetAggregate>>();
        for (var id : ids) {
            loaded.put(id, budgets.loadOrCreate(id.toString(), BudgetAggregate::new));
        }
        return loaded;
    }

    private static List<LedgerEvent> at(StreamId stream, List<? extends Addressed> events) {
        return events.stream()
                .filter(addressed -> addressed.stream().equals(stream))
                .<LedgerEvent>map(Addressed::event)
                .toList();
    }
}
