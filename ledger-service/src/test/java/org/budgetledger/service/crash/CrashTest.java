package org.budgetledger.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed at whatever moment under load: nothing acknowledged is lost, nothing is done twice, and the views are what a
 * fresh replay makes. A handful of kills in the build; {@code -Dcrash.kills=200} for as many as one likes, and
 * {@code -Dcrash.seed=…} for the moments and commands of an earlier run.
 */
class CrashTest {
    private static final List<Kill> KINDS = List.of(Kill.values());
    private static final int KILLS = Integer.getInteger("crash.kills", KINDS.size());
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int CLIENTS = 6;

    /** Some forty commands a second: a council's busiest hour. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(100);

    private static final int LONGEST_CALM_MILLIS = 1_500;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_done_twice_whatever_is_killed() throws InterruptedException {
        say("crash.seed=" + SEED);
        var random = new Random(SEED);
        var began = Instant.now();
        try (var site = Site.start(2);
                var traffic = Traffic.start(site.wire(), site.nodes(), CLIENTS, BETWEEN_COMMANDS, random.nextLong())) {
            say("two nodes are up after " + since(began));
            var journal = traffic.journal();
            var reckoning = new Reckoning(journal, site.store());
            for (var number = 1; number <= KILLS; number++) {
                Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
                // Each kind once, and then any.
                var kill = KINDS.get(number <= KINDS.size() ? number - 1 : random.nextInt(KINDS.size()));
                var before = journal.acknowledged();
                var at = since(began);
                var up = kill.timed(site, random);
                var level = site.nodes().stream()
                        .map(node -> new Views(site.wire(), node)
                                .awaitLevel(traffic.mix().accounts().stream()
                                        .map(account -> account.path() + "/balance")
                                        .toList()))
                        .max(Duration::compareTo)
                        .orElseThrow();
                var compared = Instant.now();
                assertThat(reckoning.faults()).isEmpty();
                assertThat(traffic.faults()).isEmpty();
                say(("kill %d/%d %s at %s: up after %s, views level %s later, %d acknowledged meanwhile (%d so far),"
                                + " %d times no answer so far, compared in %s")
                        .formatted(
                                number,
                                KILLS,
                                kill,
                                at,
                                up,
                                level,
                                journal.acknowledged() - before,
                                journal.acknowledged(),
                                journal.unanswered(),
                                since(compared)));
            }
            traffic.settle();
            conclude(site, traffic, reckoning);
            say(("%d kills in %s: %d commands acknowledged, %d refused, %d repeated; %s times no answer (%s), at most"
                            + " %d times for one command; %d events in %d streams agree")
                    .formatted(
                            KILLS,
                            since(began),
                            journal.acknowledged(),
                            journal.refused(),
                            journal.repeated(),
                            journal.unanswered(),
                            journal.unknown(),
                            journal.longestWait(),
                            site.store().events().size(),
                            site.store().events().stream()
                                    .filter(event -> event.version() == 1)
                                    .count()));
        }
    }

    /** All that was sent is answered: what is stored is what was said, and what is shown is what a replay makes of it. */
    private static void conclude(Site site, Traffic traffic, Reckoning reckoning) {
        assertThat(traffic.journal().all())
                .allSatisfy(sent ->
                        assertThat(sent.answer()).as(sent.command().toString()).isNotNull());
        assertThat(traffic.faults()).isEmpty();
        assertThat(reckoning.faults()).isEmpty();

        var node = site.nodes().getFirst();
        // Whoever rebuilds a projection runs all of it.
        site.nodes().stream().skip(1).forEach(other -> other.stop());
        var events = site.store().events();
        var views = new Views(site.wire(), node);
        var before = views.all(events);
        assertThat(views.faults(before, events)).isEmpty();
        views.rebuild();
        assertThat(views.all(events)).isEqualTo(before);
    }

    private static Duration since(Instant instant) {
        return Duration.ofMillis(Duration.between(instant, Instant.now()).toMillis());
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
