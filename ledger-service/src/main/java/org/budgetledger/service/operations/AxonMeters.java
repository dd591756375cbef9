package org.budgetledger.service.operations;

import static org.axonframework.micrometer.TagsUtil.PAYLOAD_TYPE_TAGGER_FUNCTION;
import static org.axonframework.micrometer.TagsUtil.PROCESSOR_NAME_TAG;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.Message;
import org.axonframework.micrometer.MessageTimerMonitor;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon's own meters under names that say whose they are; left to itself Axon calls them after whatever bus or projection they
 * are of. Types of commands, queries and projections tag them, which are as many as there are in the code. What Axon would
 * keep for percentiles and capacity, ten minutes of every message, is left out: percentiles of several nodes do not add up.
 */
@Configuration(proxyBeanMethods = false)
public class AxonMeters {
    @Bean
    ConfigurerModule monitors(MeterRegistry registry) {
        return configurer -> configurer.configureMessageMonitor(_ -> (type, name) -> monitor(type, name, registry));
    }

    private static MessageMonitor<Message<?>> monitor(Class<?> type, String name, MeterRegistry registry) {
        if (CommandBus.class.isAssignableFrom(type)) {
            return timer("axon.commands", PAYLOAD_TYPE_TAGGER_FUNCTION, registry);
        }
        if (QueryBus.class.isAssignableFrom(type)) {
            return timer("axon.queries", PAYLOAD_TYPE_TAGGER_FUNCTION, registry);
        }
        if (EventBus.class.isAssignableFrom(type)) {
            return timer("axon.events.appended", _ -> Tags.empty(), registry);
        }
        if (EventProcessor.class.isAssignableFrom(type)) {
            var processor = Tags.of(PROCESSOR_NAME_TAG, name);
            return timer("axon.events.processed", _ -> processor, registry);
        }
        return NoOpMessageMonitor.instance();
    }

    private static MessageTimerMonitor timer(
            String name, Function<Message<?>, Iterable<Tag>> tags, MeterRegistry registry) {
        return MessageTimerMonitor.builder()
                .meterNamePrefix(name)
                .meterRegistry(registry)
                .tagsBuilder(tags)
                .timerCustomization(Timer.Builder::publishPercentiles)
                .build();
    }
}
