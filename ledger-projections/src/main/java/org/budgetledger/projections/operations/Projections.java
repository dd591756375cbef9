package org.budgetledger.projections.operations;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.SimpleSerializedObject;
import org.budgetledger.projections.rebuild.Rebuilds;
import org.budgetledger.projections.stream.Freshness;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators do with the projections: look at them, rebuild one, and try parked events again. */
public final class Projections implements Freshness {
    /** A parked stream can hold as many events as there are: listing more helps no one. */
    private static final int MAX_PARKED_LISTED = 1_000;

    /** A projection's whole: its segments halve it again and again, so each is this divided by a power of two. */
    private static final int WHOLE = 1 << 16;

    private final Supplier<org.axonframework.config.Configuration> configuration;
    private final JdbcTemplate jdbc;
    private final Supplier<Rebuilds> rebuilds;

    public Projections(
            Supplier<org.axonframework.config.Configuration> configuration,
            JdbcTemplate jdbc,
            Supplier<Rebuilds> rebuilds) {
        this.configuration = configuration;
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
    }

    public List<ProjectionStatus> list() {
        return Arrays.stream(Projection.values()).map(this::status).toList();
    }

    /** How one projection is doing. */
    public ProjectionStatus status(Projection projection) {
        var processor = processor(projection);
        var segments = processor.processingStatus().values();
        var position =
                positions(projection).stream().mapToLong(Long::longValue).min().orElse(-1);
        return new ProjectionStatus(
                projection,
                state(processor, segments),
                whole(segments),
                position < 0 ? OptionalLong.empty() : OptionalLong.of(position),
                Math.max(0, head() - position),
                deadLetterQueue(projection).size(),
                rebuilds.get().status(projection).orElse(null));
    }

    /**
     * Makes a projection anew from the first event on, in the background; until it is level the old one is read. One that is
     * under way already, on whichever node, goes on.
     */
    public void rebuild(Projection projection) {
        rebuilds.get().start(projection);
    }

    /** Events that are parked, the oldest first. */
    public List<ParkedEvent> parked(Projection projection) {
        return jdbc.query(
                """
                SELECT * FROM DeadLetterEntry WHERE processingGroup = ?
                ORDER BY enqueuedAt, sequenceIdentifier, sequenceIndex LIMIT ?
                """,
                (row, _) -> new ParkedEvent(
                        projection,
                        UUID.fromString(row.getString("aggregateIdentifier")),
                        row.getLong("sequenceNumber") + 1,
                        simpleName(row.getString("payloadType")),
                        Instant.parse(row.getString("enqueuedAt")),
                        row.getString("causeType"),
                        row.getString("causeMessage")),
                projection.group(),
                MAX_PARKED_LISTED);
    }

    /**
     * Tries every parked stream again, from its first parked event on, and again while that helps.
     *
     * @return how many events are still parked
     */
    public long retry(Projection projection) {
        var queue = deadLetterQueue(projection);
        var letters = configuration
                .get()
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(projection.group())
                .orElseThrow();
        long parked;
        long still = queue.size();
        do {
            parked = still;
            // The queue hands out the stream that was tried the longest ago: as many tries as streams reach each.
            for (var streams = queue.amountOfSequences(); streams > 0; streams--) {
                letters.processAny();
            }
            still = queue.size();
            // An event that came while those before it were tried was parked behind them, and may be all that is left.
        } while (still > 0 && still < parked);
        return still;
    }

    /** Where this node runs no part of a projection, another one does, and that one's lag cannot be seen from here. */
    @Override
    public boolean caughtUp(Projection projection) {
        var processor = processor(projection);
        return processor.isRunning()
                && processor.processingStatus().values().stream().allMatch(EventTrackerStatus::isCaughtUp);
    }

    /** Whether the first event of some budget is parked, so that no list of budgets has it. */
    public boolean lacksBudgets() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM DeadLetterEntry WHERE processingGroup = ? AND sequenceNumber = 0)",
                Boolean.class,
                Projection.BUDGETS.group()));
    }

    /** Whether the read side shows all that the store has at this moment, and no event is parked. */
    public boolean level() {
        var head = head();
        return Arrays.stream(Projection.values())
                .allMatch(projection ->
                        level(projection, head) && deadLetterQueue(projection).size() == 0);
    }

    /** Where the store ends now; none while it is empty. */
    public @Nullable TrackingToken end() {
        return configuration.get().eventStore().createHeadToken();
    }

    /**
     * Whether a projection has taken in every event up to there. A position alone does not say so: of events that were stored
     * side by side a later one may be read before an earlier one.
     */
    public boolean covers(Projection projection, @Nullable TrackingToken end) {
        var segments = processor(projection).processingStatus().values();
        return end == null
                || (whole(segments)
                        && segments.stream().allMatch(segment -> {
                            var token = segment.getTrackingToken();
                            return token != null && token.covers(end);
                        }));
    }

    /** Whether a projection has come as far as there, though it may have left something out on the way. */
    public boolean reached(Projection projection, @Nullable TrackingToken end) {
        return end == null || level(projection, end.position().orElse(-1));
    }

    private boolean level(Projection projection, long head) {
        return positions(projection).stream().allMatch(position -> position >= head);
    }

    /** How far each segment has come. What other nodes run is seen by what they have stored, which may trail by seconds. */
    private List<Long> positions(Projection projection) {
        var segments = processor(projection).processingStatus().values();
        return whole(segments)
                ? segments.stream()
                        .map(segment -> segment.getCurrentPosition().orElse(-1))
                        .toList()
                : storedPositions(projection);
    }

    private List<Long> storedPositions(Projection projection) {
        return jdbc.query(
                "SELECT token, tokenType FROM TokenEntry WHERE processorName = ?",
                (row, _) -> position(row.getBytes("token"), row.getString("tokenType")),
                projection.group());
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return -1;
        }
        var stored = configuration
                .get()
                .serializer()
                .<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return stored.position().orElse(-1);
    }

    private static boolean whole(Collection<EventTrackerStatus> segments) {
        return segments.stream()
                        .mapToInt(status -> WHOLE / (status.getSegment().getMask() + 1))
                        .sum()
                == WHOLE;
    }

    private static ProjectionStatus.State state(
            StreamingEventProcessor processor, Collection<EventTrackerStatus> segments) {
        if (!processor.isRunning()) {
            return ProjectionStatus.State.STOPPED;
        }
        if (processor.isError() || segments.stream().anyMatch(EventTrackerStatus::isErrorState)) {
            return ProjectionStatus.State.FAILING;
        }
        return ProjectionStatus.State.RUNNING;
    }

    private long head() {
        var token = configuration.get().eventStore().createHeadToken();
        return token == null ? -1 : token.position().orElse(-1);
    }

    private StreamingEventProcessor processor(Projection projection) {
        return configuration
                .get()
                .eventProcessingConfiguration()
                .eventProcessor(projection.group(), StreamingEventProcessor.class)
                .orElseThrow();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> deadLetterQueue(Projection projection) {
        return configuration
                .get()
                .eventProcessingConfiguration()
                .deadLetterQueue(projection.group())
                .orElseThrow();
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
