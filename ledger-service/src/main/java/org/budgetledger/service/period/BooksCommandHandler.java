package org.budgetledger.service.period;

import java.time.Clock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.period.PeriodCommand;
import org.budgetledger.api.period.PeriodEvent;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.policy.PolicyPacks;
import org.budgetledger.service.store.Answers;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.RefusedException;

/** Takes every command to the books of an authority: loads them, decides and appends. */
public final class BooksCommandHandler implements MessageHandler<CommandMessage<?>> {
    private final Repository<BooksAggregate> books;
    private final PackStore packs;
    private final Answers answers;
    private final PolicyPacks policies;
    private final Clock clock;

    public BooksCommandHandler(
            Repository<BooksAggregate> books, PackStore packs, Answers answers, PolicyPacks policies, Clock clock) {
        this.books = books;
        this.packs = packs;
        this.answers = answers;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public CommandAnswer handle(CommandMessage<?> message) throws Exception {
        var command = (PeriodCommand) message.getPayload();
        var envelope = Envelope.of(message);
        var aggregate = books.loadOrCreate(command.booksId().toString(), BooksAggregate::new);
        return aggregate.invoke(stream -> answer(command, envelope, stream));
    }

    private CommandAnswer answer(PeriodCommand command, Envelope envelope, BooksAggregate stream) {
        try {
            return handle(command, envelope, stream);
        } catch (RefusedException refused) {
            answers.requireAllKnown(command.booksId(), stream);
            throw refused;
        }
    }

    private CommandAnswer handle(PeriodCommand command, Envelope envelope, BooksAggregate stream) {
        var earlier = answers.earlier(stream, command.booksId(), envelope);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        stream.requireVersion(envelope.expectedVersion());
        var at = stream.notBefore(clock.instant());
        var before = stream.state().last().map(ClosedPeriod::pack).orElse(null);
        var pack = packs.madeFor(envelope.actor().authority(), envelope.commandId(), before);
        var policy = policies.defaultFor(envelope.actor().authority());
        var decision = PeriodDecider.decide(
                command, new Context(envelope.actor(), at), policy.calendar(), stream.state(), pack.orElse(null));
        return switch (decision) {
            case Decision.Refused<PeriodEvent>(var refusal) -> throw new RefusedException(refusal);
            case Decision.Accepted<PeriodEvent>(var events) -> {
                var first = stream.version() + 1;
                stream.answer(events, envelope, policy.basisOf(command), at);
                yield Answers.fresh(command.booksId(), first, at, events);
            }
        };
    }
}
