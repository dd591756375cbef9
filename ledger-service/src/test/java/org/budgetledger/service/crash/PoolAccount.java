package org.budgetledger.service.crash;

import java.util.List;

/** What clients know of one pool: who was in it when it was opened, and its spends. */
record PoolAccount(String pool, List<Account> members, List<String> spends) {
    String path() {
        return "/v1/pools/" + pool;
    }
}
