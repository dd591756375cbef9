package org.budgetledger.service.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/**
 * Traces of requests through commands and events to the projections, for who names where they are to be sent. Nobody named, the
 * ledger's own part of it is not there at all; every request has the id of a trace even so, by which its lines in the log are
 * found.
 */
@Configuration(proxyBeanMethods = false)
public class TracingConfiguration {
    /** Where scrapes and probes ask, on whichever port. */
    private static final List<String> OF_THE_OPERATORS = List.of("/actuator", "/livez", "/readyz");

    /** In the place of the one that would send every attribute. */
    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(PlainSpans::new).toList());
    }

    /** In the place of Axon's, which would take a tracer from where there is none and number every trace zero. */
    @Bean
    SpanFactory spanFactory(
            ObjectProvider<SpanExporter> exporters, ObjectProvider<OpenTelemetry> telemetry, EventOrigins origins) {
        if (exporters.stream().findAny().isEmpty()) {
            return NoOpSpanFactory.INSTANCE;
        }
        return new LedgerSpans(
                OpenTelemetrySpanFactory.builder()
                        .tracer(telemetry.getObject().getTracer("org.budgetledger"))
                        .contextPropagators(W3CTraceContextPropagator.getInstance())
                        .textMapGetter(origins)
                        .build(),
                origins);
    }

    @Bean
    EventOrigins eventOrigins() {
        return new EventOrigins();
    }

    @Bean
    EventProcessorSpanFactory projectionSpans(SpanFactory spans) {
        return new ProjectionSpans(spans);
    }

    /** Probes and scrapes come every few seconds, and nobody looks for them. */
    @Bean
    ObservationPredicate nothingOfTheOperators() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && OF_THE_OPERATORS.stream().anyMatch(request.getCarrier().getRequestURI()::startsWith));
    }

    /** The address as it is written in the interface, without what was put in: that may be anything. */
    @Bean
    ServerRequestObservationConvention addressesWithoutTheirValues() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                return KeyValues.empty();
            }
        };
    }
}
