package org.budgetledger.service.store;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Handles this node's commands and says, in what crosses to the node that asked, whether a failure passes. Of an exception
 * without details only its text would cross, and a lost race would look like any other failure.
 */
final class TellingCommandBus implements CommandBus {
    private final CommandBus handling;

    TellingCommandBus(CommandBus handling) {
        this.handling = handling;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        handling.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        handling.dispatch(
                command,
                (CommandMessage<? extends C> handled, CommandResultMessage<? extends R> result) ->
                        callback.onResult(handled, told(result)));
    }

    private static <R> CommandResultMessage<? extends R> told(CommandResultMessage<? extends R> result) {
        return result.isExceptional() && PassingFailures.include(result.exceptionResult())
                ? told(result, result.exceptionResult())
                : result;
    }

    private static <R> CommandResultMessage<R> told(CommandResultMessage<?> result, Throwable failure) {
        return new GenericCommandResultMessage<R>(
                new CommandExecutionException(failure.getMessage(), failure, new TryAgain(failure.toString())),
                result.getMetaData());
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        return handling.subscribe(command, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return handling.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return handling.registerDispatchInterceptor(interceptor);
    }
}
