package org.budgetledger.service.given;

import static org.budgetledger.service.given.Known.on;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.budgetledger.api.Actor;
import org.budgetledger.api.CommandAnswer;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Refusal;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.service.budget.BudgetAggregate;
import org.budgetledger.service.budget.BudgetCommandHandler;
import org.budgetledger.service.packs.PublishedPacks;
import org.budgetledger.service.store.Answers;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.Families;
import org.budgetledger.service.store.RefusedException;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Tag;

/**
 * Given these events of a budget, when this command comes, expect those events or that refusal: through the real handler and
 * aggregate, on Axon's fixture.
 */
@Tag("given-when-then")
public abstract class BudgetScenarios {
    /** When the given events were recorded: before anything that the tests do. */
    private static final Instant GIVEN_AT = on("2025-04-01");

    private static final String GIVEN_DIGEST = "digest-of-given";
    private static final String DIGEST = "digest-of-the-command";

    /** A budget's history: events, collections of events, and messages of {@link #recorded}, in their order. */
    protected static Given given(Object... history) {
        var messages = new ArrayList<Message<?>>();
        add(List.of(history), messages);
        return new Given(messages);
    }

    /** An event as it is stored when this command of this person had it happen. */
    protected static Message<?> recorded(BudgetEvent event, CommandId command, String digest, Actor actor) {
        return new GenericMessage<>(event, new Envelope(actor, command, digest, null).toMetadata());
    }

    private static void add(Collection<?> history, List<Message<?>> messages) {
        for (var event : history) {
            switch (event) {
                case Message<?> message -> messages.add(message);
                case Collection<?> several -> add(several, messages);
                case BudgetEvent one ->
                    messages.add(recorded(
                            one,
                            new CommandId("given-%04d".formatted(messages.size())),
                            GIVEN_DIGEST,
                            Known.ALLOCATOR));
                default -> throw new IllegalArgumentException("not an event of a budget: " + event);
            }
        }
    }

    /** A history to which a command comes. */
    protected record Given(List<Message<?>> history) {
        public Then when(BudgetCommand command, Actor actor, Instant at) {
            return when(command, new Envelope(actor, command.commandId(), DIGEST, null), at);
        }

        public Then when(BudgetCommand command, Envelope envelope, Instant at) {
            var fixture = new AggregateTestFixture<>(BudgetAggregate.class);
            var handler = new BudgetCommandHandler(
                    fixture.getRepository(),
                    new Answers(fixture.getEventStore()),
                    PublishedPacks.all(),
                    Clock.fixed(at, ZoneOffset.UTC));
            Families.recordsOf(BudgetCommand.class).forEach(type -> fixture.registerCommandHandler(type, handler));
            var metadata = Map.copyOf(envelope.toMetadata());
            return new Then(
                    command,
                    fixture.givenCurrentTime(GIVEN_AT).andGiven(history).when(command, metadata));
        }
    }

    /** What came of a command. */
    protected record Then(BudgetCommand command, ResultValidator<BudgetAggregate> result) {
        /** Accepted, with exactly these events. */
        public void expectEvents(BudgetEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
            Exercised.accepted(command);
        }

        /** Accepted, with this answer and nothing new in the stream. */
        public void expectAnswerAndNothingNew(CommandAnswer answer) {
            result.expectResultMessagePayload(answer).expectNoEvents();
        }

        /** Answered as before, with this version and nothing new in the stream. */
        public void expectAnswered(long version) {
            expectAnswer("the answer of version " + version, answer -> answer.version() == version);
            result.expectNoEvents();
        }

        /** Accepted, and recorded at this instant. */
        public void expectRecordedAt(Instant at) {
            expectAnswer(
                    "an answer recorded at " + at, answer -> answer.recordedAt().equals(at));
        }

        private void expectAnswer(String description, Predicate<CommandAnswer> what) {
            result.expectSuccessfulHandlerExecution()
                    .expectResultMessagePayloadMatching(new CustomTypeSafeMatcher<>(description) {
                        @Override
                        protected boolean matchesSafely(Object answer) {
                            return answer instanceof CommandAnswer a && what.test(a);
                        }
                    });
        }

        /** Refused with this code, and nothing happened. */
        public void expectRefusal(String code) {
            expectRefusal(code, new CustomTypeSafeMatcher<>("a refusal with the code " + code) {
                @Override
                protected boolean matchesSafely(Object refusal) {
                    return refusal instanceof Refusal r && r.code().equals(code);
                }
            });
        }

        /** Refused with exactly this, figures and all, and nothing happened. */
        public void expectRefusal(Refusal refusal) {
            expectRefusal(refusal.code(), new CustomTypeSafeMatcher<>(refusal.toString()) {
                @Override
                protected boolean matchesSafely(Object actual) {
                    return refusal.equals(actual);
                }
            });
        }

        private void expectRefusal(String code, Matcher<Object> refusal) {
            result.expectException(RefusedException.class)
                    .expectExceptionDetails(refusal)
                    .expectNoEvents();
            Exercised.refused(command, code);
        }
    }
}
