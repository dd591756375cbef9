package org.budgetledger.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.budgetledger.service.process.LedgerProcess;

/** Lets clients go, kills one thing after another under them at random moments, and reckons after each and in the end. */
final class Ordeal {
    private static final int CLIENTS = 6;

    /** Some forty commands a second: a council's busiest hour. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(100);

    private static final int LONGEST_CALM_MILLIS = 1_500;

    /** That all are of one segment happens once in five hundred times. */
    private static final int BUDGETS_LOOKED_AT = 10;

    /** More than this of what does not agree tells nothing new. */
    private static final int FAULTS_SHOWN = 5;

    private final Site site;
    private final Random random;
    private final Instant began = Instant.now();

    private Ordeal(Site site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    /** Each kind of kill once, in their order, and then any. */
    static void of(Site site, int kills, long seed) {
        var ordeal = new Ordeal(site, seed);
        try (var traffic =
                Traffic.start(site.wire(), site.nodes(), CLIENTS, BETWEEN_COMMANDS, ordeal.random.nextLong())) {
            var reckoning = new Reckoning(site.store(), List.of(traffic.journal()));
            for (var number = 1; number <= kills; number++) {
                ordeal.kill(number, kills, traffic, reckoning);
            }
            traffic.settle();
            ordeal.conclude(traffic, reckoning);
            ordeal.sum(kills, traffic.journal());
        }
    }

    private void kill(int number, int of, Traffic traffic, Reckoning reckoning) {
        Waiting.pause(Duration.ofMillis(random.nextInt(LONGEST_CALM_MILLIS)));
        var kinds = site.kills();
        var kill = kinds.get(number <= kinds.size() ? number - 1 : random.nextInt(kinds.size()));
        var journal = traffic.journal();
        var acknowledged = journal.acknowledged();
        var unanswered = journal.unanswered();
        var killed = Instant.now();
        kill.happen().accept(random);
        var up = Waiting.since(killed);
        awaitLevel(traffic);
        var level = Waiting.since(killed);
        agree(traffic, reckoning);
        say(("kill %d/%d at %s: %s; up after %s, views level after %s; meanwhile %d acknowledged (%d in all), %d left"
                        + " without an answer")
                .formatted(
                        number,
                        of,
                        Duration.between(began, killed),
                        kill.what(),
                        up,
                        level,
                        journal.acknowledged() - acknowledged,
                        journal.acknowledged(),
                        journal.unanswered() - unanswered));
    }

    /** Every node shows budgets of either segment as they are stored. */
    private void awaitLevel(Traffic traffic) {
        var balances = random.ints(
                        BUDGETS_LOOKED_AT, 0, traffic.mix().accounts().size())
                .mapToObj(traffic.mix().accounts()::get)
                .map(account -> account.path() + "/balance")
                .toList();
        site.nodes().forEach(node -> new Views(site.wire(), node).awaitLevel(balances));
    }

    private static void agree(Traffic traffic, Reckoning reckoning) {
        assertThat(traffic.faults().stream().limit(FAULTS_SHOWN)).isEmpty();
        assertThat(reckoning.faults().stream().limit(FAULTS_SHOWN)).isEmpty();
    }

    /** All that was sent is answered: what is stored is what was said, and what is shown is what a replay makes of it. */
    private void conclude(Traffic traffic, Reckoning reckoning) {
        assertThat(traffic.journal().all().stream()
                        .filter(sent -> sent.answer() == null)
                        .map(Sent::command)
                        .limit(FAULTS_SHOWN))
                .isEmpty();
        agree(traffic, reckoning);

        // Whoever rebuilds a projection runs all of it.
        site.nodes().stream().skip(1).forEach(LedgerProcess::stop);
        var events = site.store().events();
        var views = new Views(site.wire(), site.nodes().getFirst());
        var before = views.all(events);
        assertThat(views.faults(before, events).stream().limit(FAULTS_SHOWN)).isEmpty();
        views.rebuild();
        var after = views.all(events);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.entrySet().stream()
                        .filter(view -> !view.getValue().equals(after.get(view.getKey())))
                        .map(view -> view + " is now " + after.get(view.getKey()))
                        .limit(FAULTS_SHOWN))
                .isEmpty();
    }

    private void sum(int kills, Journal journal) {
        var events = site.store().events();
        say(
                ("%d kills in %s: %d commands acknowledged, %d refused, %d repeated; %d times no answer %s, at most %d times"
                                + " for one command; %d events in %d streams agree with what was answered")
                        .formatted(
                                kills,
                                Waiting.since(began),
                                journal.acknowledged(),
                                journal.refused(),
                                journal.repeated(),
                                journal.unanswered(),
                                journal.unknown(),
                                journal.longestWait(),
                                events.size(),
                                events.stream()
                                        .filter(event -> event.version() == 1)
                                        .count()));
    }

    static void say(String what) {
        System.out.println(what);
    }
}
