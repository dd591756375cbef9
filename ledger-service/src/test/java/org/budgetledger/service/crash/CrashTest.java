package org.budgetledger.service.crash;

import org.junit.jupiter.api.Test;

/**
 * Whatever is killed at whatever moment under load: nothing acknowledged is lost, nothing is done twice, and the views are what a
 * fresh replay makes. A handful of kills in the build; {@code -Dcrash.kills=200} for as many as one likes, a tenth of them on the
 * default start, and {@code -Dcrash.seed=…} for the moments and commands of an earlier run.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final int KILLS_AT_THE_DESK = Math.max(2, KILLS / 10);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @Test
    void two_nodes_on_a_server_lose_nothing_and_do_nothing_twice() {
        Ordeal.say("two nodes on a server, crash.seed=" + SEED);
        try (var site = ServerSite.start(2)) {
            Ordeal.of(site, KILLS, SEED);
        }
    }

    @Test
    void the_default_start_loses_nothing_and_does_nothing_twice() {
        Ordeal.say("the default start, crash.seed=" + SEED);
        try (var site = DeskSite.start()) {
            Ordeal.of(site, KILLS_AT_THE_DESK, SEED);
        }
    }
}
