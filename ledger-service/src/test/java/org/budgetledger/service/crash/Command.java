package org.budgetledger.service.crash;

/**
 * What a client asks of the ledger.
 *
 * @param key the id that it chose, under which it may send the same again
 * @param desk who sends it
 */
record Command(String key, Desk desk, String path, String body) {
    boolean toAPool() {
        return path.startsWith("/v1/pools");
    }

    boolean opens() {
        return path.equals("/v1/budgets") || path.equals("/v1/pools");
    }
}
