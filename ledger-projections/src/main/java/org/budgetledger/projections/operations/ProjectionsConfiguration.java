package org.budgetledger.projections.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.budgetledger.projections.audit.AuditProjection;
import org.budgetledger.projections.audit.AuditQueries;
import org.budgetledger.projections.audit.SeenStreams;
import org.budgetledger.projections.balance.BalanceQueries;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.budget.BudgetsProjection;
import org.budgetledger.projections.ending.EndingQueries;
import org.budgetledger.projections.entitlement.EntitlementQueries;
import org.budgetledger.projections.explanation.ExplanationQueries;
import org.budgetledger.projections.overview.OverviewQueries;
import org.budgetledger.projections.period.LateItems;
import org.budgetledger.projections.period.PackMaker;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.projections.pool.PoolQueries;
import org.budgetledger.projections.pool.PoolsProjection;
import org.budgetledger.projections.rebuild.Rebuilds;
import org.budgetledger.projections.recovery.RecoveryQueries;
import org.budgetledger.projections.review.ReviewQueries;
import org.budgetledger.projections.statement.StatementQueries;
import org.budgetledger.projections.stream.DatabaseFailures;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.Readings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the projections and their queries into Axon. */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {
    /** Events a transaction; one at a time falls behind under load. */
    static final int BATCH_EVENTS = 500;

    /**
     * How this node is called in its claims: process and host. A container that is started again in its place has the name that it
     * had, and its claims.
     */
    public static final String NODE = ManagementFactory.getRuntimeMXBean().getName();

    /** Threads, and tokens, a projection. */
    static final int SEGMENTS = 2;

    /** How long a segment that failed waits before it is tried again. */
    static final int CLAIM_INTERVAL_MILLIS = 1_000;

    /**
     * How long a node's claim to a segment holds after its last sign of life: so long do views that it kept stand still when it is
     * killed. A pause of the whole node that is as long loses it its segments, which costs a batch done again and nothing else; most
     * are shorter.
     */
    public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** How often a node says that it is alive, in time for two signs to be late. */
    static final int CLAIM_EXTENSION_MILLIS = 1_500;

    /** Streams that may be parked before the processor stops rather than park more. */
    static final int MAX_PARKED_STREAMS = 10_000;

    /** Events of one stream that may be parked: more than the longest stream has. */
    static final int MAX_PARKED_EVENTS_PER_STREAM = 100_000;

    @Bean
    Projections projections(
            ObjectProvider<org.axonframework.config.Configuration> configuration,
            DataSource dataSource,
            ObjectProvider<Rebuilds> rebuilds) {
        return new Projections(configuration::getObject, new JdbcTemplate(dataSource), rebuilds::getObject);
    }

    @Bean
    Rebuilds rebuilds(
            @Qualifier("promptEvents") StreamableMessageSource<TrackedEventMessage<?>> source,
            ObjectProvider<org.axonframework.config.Configuration> configuration,
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            @Qualifier("defaultAxonObjectMapper") ObjectMapper mapper) {
        var jdbc = new JdbcTemplate(dataSource);
        return new Rebuilds(
                projecting(jdbc, new EventJson(mapper)),
                source,
                projection -> configuration
                        .getObject()
                        .eventProcessingConfiguration()
                        .deadLetterQueue(projection.group())
                        .orElseThrow(),
                dataSource,
                transactionManager);
    }

    static List<Projecting> projecting(JdbcTemplate jdbc, EventJson json) {
        return List.of(new BudgetsProjection(jdbc, json), new PoolsProjection(jdbc), new AuditProjection(jdbc, json));
    }

    @Bean
    SharedSegments sharedSegments(
            ObjectProvider<org.axonframework.config.Configuration> configuration, DataSource dataSource) {
        return new SharedSegments(configuration::getObject, new JdbcTemplate(dataSource), NODE);
    }

    @Bean
    PackStore packStore(DataSource dataSource, @Qualifier("defaultAxonObjectMapper") ObjectMapper mapper) {
        return new PackStore(new JdbcTemplate(dataSource), mapper);
    }

    @Bean
    PackMaker packMaker(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            @Qualifier("defaultAxonObjectMapper") ObjectMapper mapper,
            PackStore packs) {
        var jdbc = new JdbcTemplate(dataSource);
        var json = new EventJson(mapper);
        return new PackMaker(jdbc, transactionManager, new BudgetBooks(jdbc, json), json, packs);
    }

    @Bean
    LateItems lateItems(DataSource dataSource) {
        return new LateItems(new JdbcTemplate(dataSource));
    }

    @Bean
    LedgerFigures ledgerFigures(DataSource dataSource) {
        return new LedgerFigures(new JdbcTemplate(dataSource));
    }

    @Bean
    SeenStreams seenStreams(DataSource dataSource) {
        return new SeenStreams(new JdbcTemplate(dataSource));
    }

    @Bean
    ConfigurerModule projectionsModule(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            @Qualifier("defaultAxonObjectMapper") ObjectMapper mapper,
            Projections projections) {
        var jdbc = new JdbcTemplate(dataSource);
        var json = new EventJson(mapper);
        return configurer -> {
            registerHandlers(configurer.eventProcessing(), jdbc, json, dataSource);
            registerQueries(configurer, jdbc, json, new Readings(jdbc, transactionManager, projections));
        };
    }

    private static void registerHandlers(
            EventProcessingConfigurer processing, JdbcTemplate jdbc, EventJson json, DataSource dataSource) {
        projecting(jdbc, json).forEach(projection -> processing.registerEventHandler(_ -> projection));
        processing.usingPooledStreamingEventProcessors();
        for (var projection : Projection.values()) {
            var group = projection.group();
            processing.registerPooledStreamingEventProcessorConfiguration(
                    group,
                    (_, builder) -> builder.clock(new SteadyClock())
                            .batchSize(BATCH_EVENTS)
                            .initialSegmentCount(SEGMENTS)
                            .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                            .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                            // A batch may take longer than a claim holds.
                            .enableCoordinatorClaimExtension()
                            .initialToken(StreamableMessageSource::createTailToken));
            processing.registerSequencingPolicy(group, _ -> SequentialPerAggregatePolicy.instance());
            processing.registerDeadLetterQueue(group, config -> deadLetterQueue(group, config, dataSource));
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    group,
                    (_, invoker) -> invoker
                            // Without the cache each event would ask the database whether its stream is parked.
                            .enableSequenceIdentifierCache()
                            .enqueuePolicy(ProjectionsConfiguration::park));
        }
    }

    /** Where nothing is wrong with the event, it is not parked: its batch is tried again as a whole. */
    private static EnqueueDecision<EventMessage<?>> park(
            DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (DatabaseFailures.passing(cause)) {
            throw new IllegalStateException(
                    "the database is in no state to take in " + letter.message().getIdentifier(), cause);
        }
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue(
            String group, org.axonframework.config.Configuration config, DataSource dataSource) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .transactionManager(config.getComponent(TransactionManager.class))
                .genericSerializer(config.serializer())
                .eventSerializer(config.eventSerializer())
                .maxSequences(MAX_PARKED_STREAMS)
                .maxSequenceSize(MAX_PARKED_EVENTS_PER_STREAM)
                .build();
    }

    private static void registerQueries(Configurer configurer, JdbcTemplate jdbc, EventJson json, Readings readings) {
        var books = new BudgetBooks(jdbc, json);
        configurer.registerQueryHandler(_ -> new OverviewQueries(jdbc, readings, books));
        configurer.registerQueryHandler(_ -> new BalanceQueries(readings, books));
        configurer.registerQueryHandler(_ -> new EntitlementQueries(readings, books));
        configurer.registerQueryHandler(_ -> new ExplanationQueries(jdbc, readings, books));
        configurer.registerQueryHandler(_ -> new RecoveryQueries(jdbc, readings, books));
        configurer.registerQueryHandler(_ -> new EndingQueries(readings, books));
        configurer.registerQueryHandler(_ -> new StatementQueries(jdbc, readings, books));
        configurer.registerQueryHandler(_ -> new ReviewQueries(jdbc, readings, books));
        configurer.registerQueryHandler(_ -> new PoolQueries(jdbc, readings, json));
        configurer.registerQueryHandler(_ -> new AuditQueries(jdbc, readings, json));
    }
}
