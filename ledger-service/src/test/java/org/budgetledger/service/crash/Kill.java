package org.budgetledger.service.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What is killed, and how all is up again. */
enum Kill {
    /** One node of the ledger, while the others serve. */
    NODE {
        @Override
        void happen(Site site, RandomGenerator random) {
            var node = site.nodes().get(random.nextInt(site.nodes().size()));
            node.kill();
            node.start();
        }
    },
    /** Every node at the same moment. */
    ALL_NODES {
        @Override
        void happen(Site site, RandomGenerator random) {
            site.nodes().forEach(org.budgetledger.service.process.LedgerProcess::kill);
            site.nodes().forEach(org.budgetledger.service.process.LedgerProcess::begin);
            site.nodes().forEach(org.budgetledger.service.process.LedgerProcess::awaitReady);
        }
    },
    /** PostgreSQL's postmaster, which stays away for up to a second; the nodes live on. */
    DATABASE {
        @Override
        void happen(Site site, RandomGenerator random) throws InterruptedException {
            site.database().kill();
            Thread.sleep(random.nextInt(1_000));
            site.database().startAgain();
        }
    },
    /** One of PostgreSQL's backends, after which the postmaster throws everyone out and recovers; the nodes live on. */
    BACKEND {
        @Override
        void happen(Site site, RandomGenerator random) {
            site.database().killBackend(random);
        }
    },
    /** PostgreSQL and one node at the same moment. */
    DATABASE_AND_NODE {
        @Override
        void happen(Site site, RandomGenerator random) {
            var node = site.nodes().get(random.nextInt(site.nodes().size()));
            node.kill();
            site.database().kill();
            site.database().startAgain();
            node.start();
        }
    };

    /** Kills, and starts again what does not start by itself. */
    abstract void happen(Site site, RandomGenerator random) throws InterruptedException;

    Duration timed(Site site, RandomGenerator random) {
        var since = Instant.now();
        try {
            happen(site, random);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.between(since, Instant.now());
    }
}
