package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * Something to send, and what is known once it was acknowledged.
 *
 * @param known takes the answer
 */
record Turn(Command command, Consumer<JsonNode> known) {}
