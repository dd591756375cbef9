package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes each command to the node that handles its routing key, and the answer back. */
final class CommandRouting extends CommandServiceGrpc.CommandServiceImplBase {
    private record InFlight(Node<CommandProviderInbound> node, Outbound<CommandResponse> caller) {}

    private final Nodes<CommandProviderInbound> nodes = new Nodes<>();
    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> caller) {
        var connection = new Connection(caller);
        nodes.add(connection.node);
        return connection;
    }

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> caller) {
        var id = command.getMessageIdentifier();
        var answer = new Outbound<>(caller, () -> inFlight.remove(id));
        var chosen = nodes.handlerOf(command.getName(), routingKey(command));
        if (chosen.isEmpty()) {
            answer.sendLast(
                    refused(id, ServerError.NO_HANDLER_FOR_COMMAND, "No Handler for command: " + command.getName()));
            return;
        }
        inFlight.put(id, new InFlight(chosen.get(), answer));
        var given = chosen.get()
                .give(CommandProviderInbound.newBuilder().setCommand(command).build());
        if (!given) {
            inFlight.remove(id);
            answer.sendLast(refused(id, ServerError.TOO_MANY_REQUESTS, "Too many commands are waiting"));
        } else if (!chosen.get().handles(command.getName())) {
            // It went while the command was on its way, and may have been told of by then.
            lost(chosen.get());
        }
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElseGet(command::getMessageIdentifier);
    }

    private static CommandResponse refused(String id, ServerError error, String why) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(id)
                .setErrorCode(error.code())
                .setErrorMessage(error.message(why))
                .build();
    }

    /** What a node that has gone was doing is not known to anyone: its callers are told so. */
    private void lost(Node<CommandProviderInbound> node) {
        inFlight.forEach((id, command) -> {
            if (command.node() == node && inFlight.remove(id, command)) {
                command.caller()
                        .sendLast(refused(
                                id,
                                ServerError.CONNECTION_TO_HANDLER_LOST,
                                "Connection lost to command handler " + node.clientId()));
            }
        });
    }

    /** How many commands a node was given. */
    long handledBy(String clientId) {
        return nodes.handledBy(clientId);
    }

    private final class Connection implements StreamObserver<CommandProviderOutbound> {
        private final Node<CommandProviderInbound> node;

        private Connection(StreamObserver<CommandProviderInbound> caller) {
            node = new Node<>(new Outbound<>(caller, this::end));
        }

        @Override
        public void onNext(CommandProviderOutbound said) {
            switch (said.getRequestCase()) {
                case SUBSCRIBE ->
                    node.subscribe(
                            said.getSubscribe().getClientId(),
                            said.getSubscribe().getCommand());
                case UNSUBSCRIBE -> node.unsubscribe(said.getUnsubscribe().getCommand());
                case FLOW_CONTROL -> node.permit(said.getFlowControl().getPermits());
                case COMMAND_RESPONSE -> answered(said.getCommandResponse());
                case ACK, REQUEST_NOT_SET -> {}
            }
            if (!said.getInstructionId().isEmpty()) {
                node.answer(CommandProviderInbound.newBuilder()
                        .setAck(InstructionAck.newBuilder()
                                .setInstructionId(said.getInstructionId())
                                .setSuccess(true))
                        .build());
            }
        }

        private void answered(CommandResponse response) {
            var command = inFlight.remove(response.getRequestIdentifier());
            if (command != null) {
                command.caller().sendLast(response);
            }
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }

        @Override
        public void onCompleted() {
            end();
        }

        private void end() {
            nodes.remove(node);
            lost(node);
        }
    }
}
