package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a node where to connect, and that the connection is alive. What processors report is taken note of by nobody. */
final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
    private final Set<Outbound<PlatformOutboundInstruction>> connected = ConcurrentHashMap.newKeySet();

    /** There is one server: whoever asks may stay on the connection they asked on. */
    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> caller) {
        new Outbound<>(caller)
                .sendLast(PlatformInfo.newBuilder()
                        .setSameConnection(true)
                        .setPrimary(NodeInfo.newBuilder().setNodeName("stand-in"))
                        .build());
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> caller) {
        var connection = new Connection(caller);
        connected.add(connection.client);
        return connection;
    }

    /** Asks every node whether it is there, as the server does from time to time. */
    void beat() {
        connected.forEach(client -> client.send(PlatformOutboundInstruction.newBuilder()
                .setHeartbeat(Heartbeat.getDefaultInstance())
                .build()));
    }

    private final class Connection implements StreamObserver<PlatformInboundInstruction> {
        private final Outbound<PlatformOutboundInstruction> client;

        private Connection(StreamObserver<PlatformOutboundInstruction> caller) {
            client = new Outbound<>(caller, this::end);
        }

        @Override
        public void onNext(PlatformInboundInstruction said) {
            if (!said.getInstructionId().isEmpty()) {
                client.send(PlatformOutboundInstruction.newBuilder()
                        .setAck(InstructionAck.newBuilder()
                                .setInstructionId(said.getInstructionId())
                                .setSuccess(true))
                        .build());
            }
        }

        @Override
        public void onError(Throwable gone) {
            end();
        }

        @Override
        public void onCompleted() {
            end();
            client.complete();
        }

        private void end() {
            connected.remove(client);
        }
    }
}
