package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as it stands in the store.
 *
 * @param type the simple name of its class
 * @param key the command that it came of
 */
record StoredEvent(String stream, long version, String type, String key, String hash, JsonNode payload) {}
