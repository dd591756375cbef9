package org.budgetledger.service.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes of the ledger on one PostgreSQL: they share the work, and what one leaves behind the other takes up. */
class NodesTest {
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int CLIENTS = 6;
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(50);
    private static final Duration SHARED_WITHIN = Duration.ofSeconds(60);

    /** A claim holds for five seconds after its last sign of life, and is looked for every second; the rest is a busy build. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(20);

    private static final List<Journal> JOURNALS = new ArrayList<>();
    private static AutoCloseable everything = () -> {};
    private static ServerSite site;

    @BeforeAll
    static void start() {
        site = ServerSite.start(2);
        everything = site;
    }

    @AfterAll
    static void stop() throws Exception {
        everything.close();
    }

    @Test
    void nodes_share_the_projections_and_take_over_what_a_dead_one_had() {
        try (var traffic = traffic(SEED)) {
            Waiting.until("each node has one segment of each projection", SHARED_WITHIN, NodesTest::shared);
            var dead = site.nodes().getFirst();
            var left = site.nodes().getLast();

            dead.kill();
            var killed = Instant.now();
            Waiting.until("one node has every segment", TAKEN_OVER_WITHIN, () -> owners().size() == 1);
            Ordeal.say("a dead node's segments were taken over after " + Waiting.since(killed));
            // Read your writes, of whichever segment: what was acknowledged by either node shows at the one that is
            // left.
            new Views(site.wire(), left).awaitLevel(balances(traffic));
            Ordeal.say("and all it had left behind was shown after " + Waiting.since(killed));

            dead.start();
            Ordeal.say("each had its share again "
                    + Waiting.until("each node has one segment of each projection", SHARED_WITHIN, NodesTest::shared));

            traffic.settle();
            agree(traffic);
        }
    }

    @Test
    void a_rolling_restart_fails_no_request_that_the_other_node_does_not_answer_under_the_same_key() {
        try (var traffic = traffic(SEED + 1)) {
            for (var node : site.nodes()) {
                var left = site.nodes().stream()
                        .filter(other -> other != node)
                        .toList()
                        .getFirst();
                var before = traffic.journal().acknowledged();
                var stopped = node.stop();
                // Both were ready, so that one serves while the other is away.
                assertThat(left.isReady()).isTrue();
                var started = node.start();
                Ordeal.say("%s stopped in %s and was ready %s later; %d commands were acknowledged meanwhile"
                        .formatted(node, stopped, started, traffic.journal().acknowledged() - before));
            }
            traffic.settle();
            agree(traffic);
            var journal = traffic.journal();
            Ordeal.say(("a rolling restart: %d commands acknowledged, %d refused; %d times no answer %s, each answered"
                            + " after at most %d more tries")
                    .formatted(
                            journal.acknowledged(),
                            journal.refused(),
                            journal.unanswered(),
                            journal.unknown(),
                            journal.longestWait()));
        }
    }

    private static Traffic traffic(long seed) {
        var traffic = Traffic.start(site.wire(), site.nodes(), CLIENTS, BETWEEN_COMMANDS, seed);
        JOURNALS.add(traffic.journal());
        return traffic;
    }

    private static void agree(Traffic traffic) {
        assertThat(traffic.faults()).isEmpty();
        assertThat(new Reckoning(site.store(), JOURNALS).faults()).isEmpty();
        var balances = balances(traffic);
        for (var node : site.nodes()) {
            new Views(site.wire(), node).awaitLevel(balances);
        }
    }

    private static List<String> balances(Traffic traffic) {
        return traffic.mix().accounts().stream()
                .map(account -> account.path() + "/balance")
                .toList();
    }

    /** How many segments each owner has. */
    private static Map<String, Long> owners() {
        return site.store().owners().values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean shared() {
        var byProjection = site.store().owners().entrySet().stream()
                .collect(Collectors.groupingBy(
                        claim -> claim.getKey().substring(0, claim.getKey().indexOf('/')),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return byProjection.values().stream().allMatch(owners -> owners.size() == 2 && !owners.contains(""));
    }
}
