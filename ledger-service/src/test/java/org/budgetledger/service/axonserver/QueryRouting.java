package org.budgetledger.service.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes each query to one node that answers its kind, whichever, and the answers back. Nobody here subscribes to updates. */
final class QueryRouting extends QueryServiceGrpc.QueryServiceImplBase {
    private record InFlight(Node<QueryProviderInbound> node, Outbound<QueryResponse> caller) {}

    private final Nodes<QueryProviderInbound> nodes = new Nodes<>();
    private final Map<String, InFlight> inFlight = new ConcurrentHashMap<>();

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> caller) {
        var connection = new Connection(caller);
        nodes.add(connection.node);
        return connection;
    }

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> caller) {
        var id = query.getMessageIdentifier();
        var answer = new Outbound<>(caller, () -> inFlight.remove(id));
        var chosen = nodes.handlerOf(query.getQuery(), id);
        if (chosen.isEmpty()) {
            answer.sendLast(refused(id, ServerError.NO_HANDLER_FOR_QUERY, "No handler for query: " + query.getQuery()));
            return;
        }
        inFlight.put(id, new InFlight(chosen.get(), answer));
        var given = chosen.get()
                .give(QueryProviderInbound.newBuilder().setQuery(query).build());
        if (!given) {
            inFlight.remove(id);
            answer.sendLast(refused(id, ServerError.TOO_MANY_REQUESTS, "Too many queries are waiting"));
        } else if (!chosen.get().handles(query.getQuery())) {
            lost(chosen.get());
        }
    }

    private static QueryResponse refused(String id, ServerError error, String why) {
        return QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(id)
                .setErrorCode(error.code())
                .setErrorMessage(error.message(why))
                .build();
    }

    private void lost(Node<QueryProviderInbound> node) {
        inFlight.forEach((id, query) -> {
            if (query.node() == node && inFlight.remove(id, query)) {
                query.caller()
                        .sendLast(refused(
                                id,
                                ServerError.CONNECTION_TO_HANDLER_LOST,
                                "Connection lost to query handler " + node.clientId()));
            }
        });
    }

    /** How many queries a node was given. */
    long handledBy(String clientId) {
        return nodes.handledBy(clientId);
    }

    private final class Connection implements StreamObserver<QueryProviderOutbound> {
        private final Node<QueryProviderInbound> node;

        private Connection(StreamObserver<QueryProviderInbound> caller) {
            node = new Node<>(new Outbound<>(caller, this::end));
        }

        @Override
        public void onNext(QueryProviderOutbound said) {
            switch (said.getRequestCase()) {
                case SUBSCRIBE ->
                    node.subscribe(
                            said.getSubscribe().getClientId(),
                            said.getSubscribe().getQuery());
                case UNSUBSCRIBE -> node.unsubscribe(said.getUnsubscribe().getQuery());
                case FLOW_CONTROL -> node.permit(said.getFlowControl().getPermits());
                case QUERY_RESPONSE -> answered(said.getQueryResponse());
                case QUERY_COMPLETE -> completed(said.getQueryComplete().getRequestId());
                case SUBSCRIPTION_QUERY_RESPONSE, ACK, REQUEST_NOT_SET -> {}
            }
            if (!said.getInstructionId().isEmpty()) {
                node.answer(QueryProviderInbound.newBuilder()
                        .setAck(InstructionAck.newBuilder()
                                .setInstructionId(said.getInstructionId())
                                .setSuccess(true))
                        .build());
            }
        }

        private void answered(QueryResponse response) {
            var query = inFlight.get(response.getRequestIdentifier());
            if (query != null) {
                query.caller().send(response);
            }
        }

        private void completed(String id) {
            var query = inFlight.remove(id);
            if (query != null) {
                query.caller().complete();
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
