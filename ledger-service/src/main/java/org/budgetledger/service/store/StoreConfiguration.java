package org.budgetledger.service.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.OffsetDateTime;
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
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
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
import org.budgetledger.projections.operations.ProjectionsConfiguration;
import org.budgetledger.projections.stream.DatabaseFailures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** How Axon stores events, snapshots and tokens: PostgreSQL by JDBC, unless Axon Server is switched on. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    /** A stream this long is read again from its latest snapshot: ten thousand events would take a fifth of a second. */
    static final int SNAPSHOT_EVERY_EVENTS = 250;

    /** Another node may win the race for a stream several times in a row; each try reads the stream again. */
    private static final int MAX_RETRIES = 7;

    private static final int FIRST_RETRY_MILLIS = 5;

    /** The latest, for projections that are not further behind. */
    private static final int EVENTS_AT_HAND = 1_000;

    private static final int CLEAN_UP_EVERY_MILLIS = 1_000;

    /** Ten seconds in all. */
    private static final int LOCK_ATTEMPTS = 1_000;

    private static final int LOCK_ATTEMPT_MILLIS = 10;

    @Bean("defaultAxonObjectMapper")
    ObjectMapper defaultAxonObjectMapper() {
        return LedgerJson.MAPPER;
    }

    @Bean
    DatabaseClock clock(DataSource dataSource) {
        var database = JdbcClient.create(dataSource);
        return new DatabaseClock(() -> database.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
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
        return new PatientEvents(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(eventSerializer)
                        .snapshotSerializer(snapshotSerializer)
                        .snapshotFilter(configuration.snapshotFilter())
                        .upcasterChain(configuration.upcasterChain())
                        .persistenceExceptionResolver(duplicateKeys)
                        .connectionProvider(connections)
                        .transactionManager(transactions),
                transactions);
    }

    /**
     * Axon reads the store once for all projections, and keeps what a projection has not come to yet until its cleaner next has
     * that one read for itself. By itself it comes every ten seconds, in which much can be read.
     */
    @Qualifier("eventStore")
    @Bean("eventBus")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    EmbeddedEventStore eventStore(
            EventStorageEngine eventStorageEngine, org.axonframework.config.Configuration configuration) {
        return EmbeddedEventStore.builder()
                .storageEngine(eventStorageEngine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .cachedEvents(EVENTS_AT_HAND)
                .cleanupDelay(CLEAN_UP_EVERY_MILLIS)
                .build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, DatabaseClock clock) {
        // By their own machines' clocks, a node that is behind would take over what a dead one held only when it has
        // come to
        // that time, and would itself be taken for dead at once.
        AbstractTokenEntry.clock = clock;
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .nodeId(ProjectionsConfiguration.NODE)
                .claimTimeout(ProjectionsConfiguration.CLAIM_TIMEOUT)
                .build();
    }

    @Bean
    Cache streamCache() {
        return new StreamsAtHand();
    }

    /** Of many commands to one stream each waits for those before it; whoever would wait for longer than this is told so. */
    @Bean
    LockFactory streamLocks() {
        return PessimisticLockFactory.builder()
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .acquireAttempts(LOCK_ATTEMPTS)
                .build();
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
    CommandGateway commandGateway(CommandBus commandBus, MeterRegistry meters) {
        var retries = Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("command-retries").factory());
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new CountedRetries(
                        ExponentialBackOffIntervalRetryScheduler.builder()
                                .retryExecutor(retries)
                                .backoffFactor(FIRST_RETRY_MILLIS)
                                .maxRetryCount(MAX_RETRIES)
                                // A refusal is an answer: asking eight times more would only keep the caller waiting.
                                .addNonTransientFailurePredicate(
                                        CommandExecutionException.class, StoreConfiguration::isRefusal)
                                // So would waiting eight times for a database that is away.
                                .addNonTransientFailurePredicate(DatabaseFailures::takeTime)
                                .build(),
                        meters))
                .build();
    }
}
