package org.budgetledger.service.budget;

import java.time.Clock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.service.budget.scheme.InForce;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.store.Answers;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.RefusedException;

/** Takes every command to one budget: load, decide, append. */
public final class BudgetCommandHandler implements MessageHandler<CommandMessage<?>> {
    private final Repository<BudgetAggregate> budgets;
    private final Answers answers;
    private final PolicyPacks packs;
    private final Clock clock;

    public BudgetCommandHandler(Repository<BudgetAggregate> budgets, Answers answers, PolicyPacks packs, Clock clock) {
        this.budgets = budgets;
        this.answers = answers;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public CommandAnswer handle(CommandMessage<?> message) throws Exception {
        var command = (BudgetCommand) message.getPayload();
        var envelope = Envelope.of(message);
        return budgets.loadOrCreate(command.budgetId().toString(), BudgetAggregate::new)
                .invoke(stream -> answer(command, envelope, stream));
    }

    /** Answers a command on a budget that is loaded; refused, nothing is appended. */
    public CommandAnswer answer(BudgetCommand command, Envelope envelope, BudgetAggregate stream) {
        try {
            return handle(command, envelope, stream);
        } catch (RefusedException refused) {
            answers.requireAllKnown(command.budgetId(), stream);
            throw refused;
        }
    }

    private CommandAnswer handle(BudgetCommand command, Envelope envelope, BudgetAggregate stream) {
        if (stream.visibleTo(envelope.actor().authority())) {
            var earlier = answers.earlier(stream, command.budgetId(), envelope);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            stream.requireVersion(envelope.expectedVersion());
        }
        var context = new Context(envelope.actor(), stream.notBefore(clock.instant()));
        var policy = InForce.policy(command, context, packs, stream.state().adoptions());
        return switch (BudgetDecider.decide(command, context, packs, stream.state())) {
            case Decision.Refused<BudgetEvent>(var refusal) -> throw new RefusedException(refusal);
            case Decision.Accepted<BudgetEvent>(var events) -> {
                var first = stream.version() + 1;
                stream.answer(events, envelope, policy.basisOf(command), context.recordedAt());
                yield Answers.fresh(command.budgetId(), first, context.recordedAt(), events);
            }
        };
    }
}
