package org.budgetledger.service.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.lifecycle.Phase;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.budgetledger.api.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;

/** How Axon stores events, snapshots and tokens: PostgreSQL by JDBC, unless Axon Server is switched on. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    /** A stream this long is read again from its latest snapshot: ten thousand events would take a fifth of a second. */
    static final int SNAPSHOT_EVERY_EVENTS = 250;

    /** Another node may win the race for a stream several times in a row; each try reads the stream again. */
    private static final int MAX_RETRIES = 7;

    private static final int FIRST_RETRY_MILLIS = 5;

    @Bean("defaultAxonObjectMapper")
    ObjectMapper defaultAxonObjectMapper() {
        return LedgerJson.MAPPER;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Without it Axon would silently work outside of transactions. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** PostgreSQL's code for a duplicate key: another node was first. */
    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return new SQLStateResolver("23505");
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    /** Declared, because Axon finds a data source of its own accord only where the ledger brings the database. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    EventStorageEngine eventStorageEngine(
            org.axonframework.config.Configuration configuration,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            PersistenceExceptionResolver duplicateKeys,
            ConnectionProvider connections,
            TransactionManager transactions) {
        return JdbcEventStorageEngine.builder()
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .persistenceExceptionResolver(duplicateKeys)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }

    @Bean
    Cache streamCache() {
        return new StreamsAtHand();
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY_EVENTS);
    }

    /** A snapshot of an older shape is left aside and the stream read from its beginning. */
    @Bean
    SnapshotFilter snapshotFilter() {
        return data -> "1".equals(data.getPayload().getType().getRevision());
    }

    /** What commands carry is in their envelope; nothing else may get beside an event, for the hash would not cover it. */
    @Bean
    ConfigurerModule noCorrelationData() {
        return configurer -> configurer.configureCorrelationDataProviders(configuration -> List.of());
    }

    @Bean
    ConfigurerModule stamping() {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(
                Phase.INSTRUCTION_COMPONENTS,
                () -> configuration.eventBus().registerDispatchInterceptor(new Stamping())));
    }

    @Bean
    PromptEvents promptEvents(@Lazy EventStore eventStore, StoredPayloads payloads) {
        return new PromptEvents(eventStore, payloads);
    }

    @Bean
    ConfigurerModule projectionsReadPromptly(ObjectProvider<PromptEvents> events) {
        return configurer ->
                configurer.eventProcessing().configureDefaultStreamableMessageSource(_ -> events.getObject());
    }

    @Bean
    Answers answers(@Lazy EventStore eventStore) {
        return new Answers(eventStore);
    }

    private static boolean isRefusal(CommandExecutionException e) {
        return e.<Object>getDetails().filter(Refusal.class::isInstance).isPresent();
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus) {
        var retries = Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("command-retries").factory());
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(ExponentialBackOffIntervalRetryScheduler.builder()
                        .retryExecutor(retries)
                        .backoffFactor(FIRST_RETRY_MILLIS)
                        .maxRetryCount(MAX_RETRIES)
                        // A refusal is an answer: asking eight times more would only keep the caller waiting.
                        .addNonTransientFailurePredicate(CommandExecutionException.class, StoreConfiguration::isRefusal)
                        .build())
                .build();
    }
}
