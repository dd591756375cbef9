package org.budgetledger.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds what a reference in the document refers to. */
final class Schemas {
    private Schemas() {}

    static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").textValue();
        return reference == null ? node : document.at(reference.substring(1));
    }
}
