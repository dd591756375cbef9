package org.budgetledger.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** How an id that a caller left out is derived, so that the same command always names the same thing. */
public final class Minting {
    private Minting() {}

    /** A UUID for one label within one command of one authority. */
    public static UUID mint(AuthorityId authority, CommandId commandId, String label) {
        return UUID.nameUUIDFromBytes((authority + "|" + commandId + "|" + label).getBytes(StandardCharsets.UTF_8));
    }
}
