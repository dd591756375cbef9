package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.budgetledger.service.crash.Answer.Acknowledged;
import org.budgetledger.service.crash.Answer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Compares what clients were told with what is stored: every acknowledged command is there once, at the versions and with the
 * data of its answer; no refused one is; one that nobody answered is there once or not at all; and nothing that nobody sent.
 */
final class Reckoning {
    /** What an answer says of its own, so that an event's field of that name does not show in it. */
    private static final Set<String> ANSWERS_OWN =
            Set.of("budgetId", "poolId", "version", "recordedAt", "type", "events");

    private final Store store;
    private final Collection<Journal> journals;

    /**
     * A reckoning.
     *
     * @param journals of all who ever sent anything to this ledger
     */
    Reckoning(Store store, Collection<Journal> journals) {
        this.store = store;
        this.journals = journals;
    }

    /** A command as it was answered at some moment. */
    private record Told(Command command, @Nullable Answer answer) {}

    /** What does not agree, in sentences; nothing where all does. May be asked while clients go on. */
    List<String> faults() {
        // First what was told and then what is stored, so that all that was told by then must be there.
        var told = journals.stream()
                .flatMap(journal -> journal.all().stream())
                .map(sent -> new Told(sent.command(), sent.answer()))
                .toList();
        var events = store.events();
        var byKey = events.stream().collect(Collectors.groupingBy(StoredEvent::key));
        var faults = new ArrayList<String>();
        gaps(events, faults);
        for (var one : told) {
            compare(one, byKey.getOrDefault(one.command().key(), List.of()), faults);
        }
        for (var key : byKey.keySet()) {
            if (journals.stream().noneMatch(journal -> journal.knows(key))) {
                faults.add("nobody sent " + key + ", of which there is " + byKey.get(key));
            }
        }
        return faults;
    }

    private static void gaps(List<StoredEvent> events, List<String> faults) {
        var versions = new HashMap<String, Long>();
        for (var event : events) {
            var expected = versions.getOrDefault(event.stream(), 0L) + 1;
            if (event.version() != expected) {
                faults.add("version " + expected + " is not in " + event.stream());
            }
            versions.put(event.stream(), event.version());
        }
    }

    private static void compare(Told told, List<StoredEvent> events, List<String> faults) {
        switch (told.answer()) {
            case Acknowledged(var body) -> acknowledged(told.command(), body, events, faults);
            case Refused refused -> {
                if (!events.isEmpty()) {
                    faults.add(told.command() + " was refused with " + refused + " and left " + events);
                }
            }
            case null -> once(told.command(), events, faults);
            case Answer.Unknown unknown -> throw new IllegalStateException("settled by " + unknown);
        }
    }

    private static void acknowledged(Command command, JsonNode body, List<StoredEvent> events, List<String> faults) {
        var stream = body.path(command.toAPool() ? "poolId" : "budgetId").asText();
        var own = events.stream().filter(event -> event.stream().equals(stream)).toList();
        var answered = StreamSupport.stream(body.path("events").spliterator(), false)
                .map(event -> event.path("version").asLong() + " "
                        + event.path("type").asText())
                .toList();
        var stored =
                own.stream().map(event -> event.version() + " " + event.type()).toList();
        if (answered.isEmpty() || !stored.equals(answered)) {
            faults.add(command + " was acknowledged with " + answered + " and is stored as " + stored);
            return;
        }
        if (own.getLast().version() != body.path("version").asLong()) {
            faults.add(command + " was acknowledged at " + body.path("version") + " and is stored as " + stored);
        }
        own.getFirst().payload().properties().stream()
                .filter(field -> !ANSWERS_OWN.contains(field.getKey()))
                .filter(field -> !says(body.path(field.getKey()), field.getValue()))
                .forEach(field ->
                        faults.add(command + " was acknowledged with " + body + " and is stored with " + field));
    }

    /** Whether an answer says all that is stored; beside sums it also says them in words. */
    private static boolean says(JsonNode answer, JsonNode stored) {
        if (stored.isObject()) {
            return stored.properties().stream().allMatch(field -> says(answer.path(field.getKey()), field.getValue()));
        }
        if (stored.isArray()) {
            return answer.size() == stored.size()
                    && IntStream.range(0, stored.size()).allMatch(i -> says(answer.path(i), stored.path(i)));
        }
        return answer.equals(stored);
    }

    private static void once(Command command, List<StoredEvent> events, List<String> faults) {
        if (events.isEmpty()) {
            return;
        }
        var streams = events.stream().map(StoredEvent::stream).collect(Collectors.toSet());
        if (command.toAPool()) {
            oneMoveBothSides(command, events, faults);
        } else if (streams.size() != 1) {
            faults.add(command + " is stored in several streams: " + events);
        }
        for (var stream : streams) {
            var versions = events.stream()
                    .filter(event -> event.stream().equals(stream))
                    .map(StoredEvent::version)
                    .toList();
            if (versions.getLast() - versions.getFirst() != versions.size() - 1) {
                faults.add(command + " is stored at separate versions " + versions + " of " + stream);
            }
        }
        var first = events.getFirst().type();
        if (!command.toAPool()
                && events.stream().filter(event -> event.type().equals(first)).count() != 1) {
            faults.add(command + " is stored twice: " + events);
        }
    }

    /** R18: what went into a pool left the members' budgets, and the other way round, or neither happened. */
    private static void oneMoveBothSides(Command command, List<StoredEvent> events, List<String> faults) {
        var putIn = events.stream()
                .filter(event -> event.type().equals("PoolContributionReceived"))
                .map(event -> moved(event.payload().path("budgetId").asText(), event))
                .collect(Collectors.toSet());
        var taken = events.stream()
                .filter(event -> event.type().equals("ContributedToPool"))
                .map(event -> moved(event.stream(), event))
                .collect(Collectors.toSet());
        if (!putIn.equals(taken)) {
            faults.add(command + " put " + putIn + " into the pool and took " + taken + ": " + events);
        }
        var departed = events.stream()
                .filter(event -> event.type().equals("PoolMemberLeft"))
                .map(event -> event.payload().path("budgetId").asText())
                .collect(Collectors.toSet());
        var returned = events.stream()
                .filter(event ->
                        event.type().equals("PoolShareReturned") || event.type().equals("LeftPool"))
                .map(StoredEvent::stream)
                .collect(Collectors.toSet());
        if (!departed.equals(returned)) {
            faults.add(command + " let " + departed + " leave and gave back to " + returned + ": " + events);
        }
    }

    private static String moved(String member, StoredEvent event) {
        return member + " " + event.payload().path("contributionId").asText() + " "
                + event.payload().path("amountPence").asLong();
    }
}
