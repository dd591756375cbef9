package org.budgetledger.service.tracing;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanFactory;

/** An event is taken in within the trace that it came from. Axon would begin one for each batch. */
final class ProjectionSpans implements EventProcessorSpanFactory {
    private final SpanFactory spans;

    ProjectionSpans(SpanFactory spans) {
        this.spans = spans;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        return NoOpSpanFactory.NoOpSpan.INSTANCE;
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        return spans.createChildHandlerSpan(() -> "projection", event);
    }
}
