package org.budgetledger.service.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lets out of a span only what is known to say nothing about a person: whoever collects traces is not who may read budgets. What
 * frameworks add, now or in a later version, stays here unless it is listed, and of an exception only its type goes out.
 */
final class PlainSpans implements SpanExporter {
    private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");

    /** Of requests: the pattern of the address, never the address. Of messages: their types, and the stream's id. */
    private static final Set<String> LET_OUT = Set.of(
            "method",
            "uri",
            "status",
            "outcome",
            "exception",
            "axon_aggregate_identifier",
            "axon_message_name",
            "axon_message_type",
            "axon_payload_type");

    private final SpanExporter exporter;

    PlainSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Plain::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Plain extends DelegatingSpanData {
        private final Attributes attributes;
        private final List<EventData> events;

        Plain(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(attribute -> !LET_OUT.contains(attribute.getKey()))
                    .build();
            events = span.getEvents().stream().map(Plain::plain).toList();
        }

        private static EventData plain(EventData event) {
            return EventData.create(
                    event.getEpochNanos(),
                    event.getName(),
                    event.getAttributes().toBuilder()
                            .removeIf(attribute -> !attribute.equals(EXCEPTION_TYPE))
                            .build());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        /** Its description is an exception's message. */
        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
