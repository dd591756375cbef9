package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.JsonNode;

/** What a client knows after it sent a command. */
sealed interface Answer {
    /** It was done: 201 with what happened. */
    record Acknowledged(JsonNode body) implements Answer {}

    /** It was not done, and the ledger says why. */
    record Refused(int status, String code) implements Answer {}

    /** Nobody knows: no answer came, or one that says so. */
    record Unknown(String why) implements Answer {}
}
