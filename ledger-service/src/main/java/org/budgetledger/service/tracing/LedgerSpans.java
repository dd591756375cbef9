package org.budgetledger.service.tracing;

import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;

/**
 * Axon's spans but for two things: nothing is put beside an event, whose metadata are under its hash, and what is inside of
 * nothing begins no trace, so that reading a million events anew does not make a million of them.
 */
final class LedgerSpans implements SpanFactory {
    private final SpanFactory spans;
    private final EventOrigins origins;

    LedgerSpans(SpanFactory spans, EventOrigins origins) {
        this.spans = spans;
        this.origins = origins;
    }

    @Override
    public <M extends Message<?>> M propagateContext(M message) {
        if (message instanceof EventMessage<?> event) {
            origins.remember(event);
            return message;
        }
        return spans.propagateContext(message);
    }

    @Override
    public Span createHandlerSpan(
            Supplier<String> name, Message<?> parent, boolean isChildTrace, Message<?>... linkedParents) {
        return parent instanceof EventMessage<?> event && !origins.knows(event)
                ? NoOpSpanFactory.NoOpSpan.INSTANCE
                : spans.createHandlerSpan(name, parent, isChildTrace, linkedParents);
    }

    @Override
    public Span createRootTrace(Supplier<String> name) {
        return spans.createRootTrace(name);
    }

    @Override
    public Span createDispatchSpan(Supplier<String> name, Message<?> parent, Message<?>... linkedSiblings) {
        return spans.createDispatchSpan(name, parent, linkedSiblings);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name) {
        return insideOfNothing() ? NoOpSpanFactory.NoOpSpan.INSTANCE : spans.createInternalSpan(name);
    }

    @Override
    public Span createInternalSpan(Supplier<String> name, Message<?> message) {
        return insideOfNothing() ? NoOpSpanFactory.NoOpSpan.INSTANCE : spans.createInternalSpan(name, message);
    }

    private static boolean insideOfNothing() {
        return !io.opentelemetry.api.trace.Span.current().getSpanContext().isValid();
    }

    @Override
    public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
        spans.registerSpanAttributeProvider(provider);
    }
}
