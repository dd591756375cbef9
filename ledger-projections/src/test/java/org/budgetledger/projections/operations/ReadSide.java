package org.budgetledger.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.api.PoolId;
import org.budgetledger.api.Role;
import org.budgetledger.api.StreamId;
import org.budgetledger.api.budget.balance.BalanceView;
import org.budgetledger.api.budget.balance.GetBalance;
import org.budgetledger.api.pool.GetPool;
import org.budgetledger.api.pool.PoolView;
import org.budgetledger.api.reading.LedgerQuery;
import org.budgetledger.api.reading.Moment;
import org.budgetledger.api.reading.Reading;
import org.budgetledger.api.reading.View;
import org.budgetledger.projections.book.BudgetBooks;
import org.budgetledger.projections.period.PackMaker;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.projections.rebuild.RebuildStatus;
import org.budgetledger.projections.rebuild.Rebuilds;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real read side on an embedded PostgreSQL: real processors, tokens and dead letters over an event store in memory. */
public final class ReadSide implements AutoCloseable {
    public static final AuthorityId NORTHMERE = new AuthorityId("northmere");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final @Nullable Object[] NONE = {};

    private final HikariDataSource dataSource;
    private final org.axonframework.config.Configuration axon;
    private final Projections projections;
    private final Rebuilds rebuilds;
    private final Map<UUID, Long> versions = new HashMap<>();
    private Instant now = Instant.parse("2025-04-01T09:00:00Z");

    public ReadSide() {
        this.dataSource = Databases.fresh();
        var mapper = mapper();
        var serializer = JacksonSerializer.builder().objectMapper(mapper).build();
        var transactions = new JdbcTransactionManager(dataSource);
        var holder = new java.util.concurrent.atomic.AtomicReference<org.axonframework.config.Configuration>();
        this.projections = new Projections(() -> Objects.requireNonNull(holder.get()), jdbc(), this::rebuilds);
        var tokens = org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .serializer(serializer)
                .build();
        tokens.createSchema(org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory.INSTANCE);
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(_ -> serializer)
                .configureTransactionManager(_ -> new SpringTransactionManager(transactions))
                .registerComponent(TokenStore.class, _ -> tokens)
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
        new ProjectionsConfiguration()
                .projectionsModule(dataSource, transactions, mapper, projections)
                .configureModule(configurer);
        this.axon = configurer.buildConfiguration();
        holder.set(axon);
        axon.start();
        this.rebuilds = new Rebuilds(
                ProjectionsConfiguration.projecting(jdbc(), new EventJson(mapper)),
                axon.eventStore(),
                projection -> axon.eventProcessingConfiguration()
                        .deadLetterQueue(projection.group())
                        .orElseThrow(),
                dataSource,
                transactions);
    }

    private Rebuilds rebuilds() {
        return rebuilds;
    }

    /** As the service configures the mapper of Axon's messages. */
    public static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .registerModule(new Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    /** A connection beside those of the read side. */
    Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    public PackStore packs() {
        return new PackStore(jdbc(), mapper());
    }

    public PackMaker packMaker() {
        var json = new EventJson(mapper());
        return new PackMaker(
                jdbc(), new JdbcTransactionManager(dataSource), new BudgetBooks(jdbc(), json), json, packs());
    }

    public Projections projections() {
        return projections;
    }

    /** Appends to a stream as the writing side does. */
    public void append(StreamId stream, LedgerEvent... events) {
        for (var event : events) {
            append(stream, event, Map.of());
        }
    }

    /** Appends an event and says when it was recorded. */
    public Instant append(StreamId stream, LedgerEvent event) {
        return append(stream, event, Map.of());
    }

    /** Appends an event with a part of its envelope changed. */
    public Instant append(StreamId stream, LedgerEvent event, Map<String, String> envelope) {
        var version = versions.merge(stream.value(), 1L, Long::sum);
        now = now.plusSeconds(1);
        var metaData = new HashMap<String, Object>(Map.of(
                "authority",
                NORTHMERE.value(),
                "actor",
                "j.okafor",
                "role",
                "CARE_MANAGER",
                "commandId",
                "command-" + version,
                "commandDigest",
                "digest-" + version,
                "previousHash",
                hash(stream, version - 1),
                "hash",
                hash(stream, version)));
        metaData.putAll(envelope);
        metaData.values().removeIf(""::equals);
        axon.eventStore()
                .publish(new GenericDomainEventMessage<>(
                        stream instanceof PoolId ? "Pool" : "Budget",
                        stream.value().toString(),
                        version - 1,
                        event,
                        metaData,
                        UUID.randomUUID().toString(),
                        now));
        return now;
    }

    /** The hash that a version of a stream was given. */
    public static String hash(StreamId stream, long version) {
        return "%s:%d".formatted(stream, version);
    }

    public long version(StreamId stream) {
        return versions.getOrDefault(stream.value(), 0L);
    }

    /** Asks through the query bus until the read side is level. */
    public <V extends View> V ask(LedgerQuery<V> query) {
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); ; ) {
            var reading = reading(query);
            if (reading instanceof Reading.Found found) {
                return query.answers().cast(found.view());
            }
            if (!(reading instanceof Reading.NotLevel) || System.nanoTime() > deadline) {
                throw new AssertionError("no answer to " + query + " but " + reading);
            }
            pause();
        }
    }

    /** Asks through the query bus once. */
    public Reading reading(LedgerQuery<?> query) {
        return axon.queryGateway().query(query, Reading.class).join();
    }

    public BalanceView balance(BudgetId budget, LocalDate today) {
        return ask(new GetBalance(NORTHMERE, budget, Moment.NOW, today, version(budget)));
    }

    public PoolView pool(PoolId pool, LocalDate today) {
        return ask(new GetPool(NORTHMERE, pool, Role.AUDITOR, Moment.NOW, today, version(pool)));
    }

    /** Waits until every projection has seen all there is. */
    public void settle() {
        await(() -> projections.list().stream()
                .allMatch(status -> status.whole() && status.lag() == 0 && projections.caughtUp(status.projection())));
    }

    /** Rebuilds a projection to its end. */
    public void rebuild(Projection projection) {
        projections.rebuild(projection);
        await(() -> {
            var rebuild = projections.status(projection).rebuild();
            return rebuild != null && rebuild.state() != RebuildStatus.State.RUNNING;
        });
        assertThat(Objects.requireNonNull(projections.status(projection).rebuild())
                        .state())
                .isEqualTo(RebuildStatus.State.DONE);
    }

    /** Waits until something holds. */
    public static void await(java.util.function.BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            pause();
        }
    }

    /** Lets go of a projection, as where other nodes run it. */
    public void release(Projection projection) {
        var processor = axon.eventProcessingConfiguration()
                .eventProcessor(projection.group(), StreamingEventProcessor.class)
                .orElseThrow();
        List.copyOf(processor.processingStatus().keySet())
                .forEach(segment -> processor.releaseSegment(segment, 1, TimeUnit.HOURS));
        await(() -> processor.processingStatus().isEmpty());
    }

    /** Delivers the whole history once more, on top of what is there. */
    public void deliverAgain() {
        for (var projection : Projection.values()) {
            var processor = axon.eventProcessingConfiguration()
                    .eventProcessor(projection.group(), StreamingEventProcessor.class)
                    .orElseThrow();
            processor.shutDown();
            jdbc().update(
                            "UPDATE TokenEntry SET token = NULL, tokenType = NULL WHERE processorName = ?",
                            projection.group());
            processor.start();
        }
        settle();
    }

    /** All that the read side holds, in a fixed order. */
    public Map<String, List<Map<String, Object>>> dump() {
        var dump = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of(
                "stream_head",
                "budget",
                "budget_fact",
                "account",
                "entry",
                "earmark",
                "earmark_release",
                "authorisation",
                "authorisation_end",
                "pool",
                "pool_member",
                "pool_source",
                "pool_share",
                "pool_entry",
                "pool_authorisation",
                "audit_event")) {
            dump.put(
                    table,
                    jdbc().queryForList("SELECT * FROM " + table + " t ORDER BY t::text", NONE).stream()
                            .map(row -> {
                                row.replaceAll((_, value) -> String.valueOf(value));
                                return row;
                            })
                            .toList());
        }
        return dump;
    }

    @Override
    public void close() {
        rebuilds.close();
        axon.shutdown();
        dataSource.close();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
