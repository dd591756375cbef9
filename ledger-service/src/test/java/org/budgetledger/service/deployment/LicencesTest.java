package org.budgetledger.service.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;

/** What the ledger is made of, by the bill of materials in its jar, comes under terms that a council can give it away under. */
class LicencesTest {
    private static final Path LIST = Path.of("target", "licences.txt");

    /**
     * Where a component may be had under several, one of these is enough. What is under the LGPL is used as it comes, as a jar of
     * its own that whoever runs the ledger can exchange.
     */
    private static final Set<String> ACCEPTED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "Mozilla Public License Version 2.0",
            "Public Domain",
            "Indiana University Extreme! Lab Software License");

    @Test
    void every_component_comes_under_accepted_terms_and_is_listed() throws IOException {
        var terms = terms(bill());
        var list = new StringBuilder();
        terms.forEach((component, licences) -> list.append(component)
                .append(": ")
                .append(String.join(" or ", licences))
                .append('\n'));
        Files.createDirectories(LIST.getParent());
        Files.writeString(LIST, list);

        assertThat(terms)
                .hasSizeGreaterThan(100)
                .allSatisfy((component, licences) ->
                        assertThat(licences).as(component).containsAnyElementsOf(ACCEPTED));
    }

    @Test
    void the_bill_is_served_to_whoever_operates_the_ledger_and_to_nobody_else() throws IOException {
        var bill = bill();
        var ledger = RunningLedger.shared();
        var path = "/actuator/sbom/application";
        assertThat(LedgerClient.operator(ledger).get(path).body()).isEqualTo(bill);
        assertThat(LedgerClient.as(ledger, "AUDITOR", "a.uditor").get(path).status())
                .isEqualTo(403);
        assertThat(LedgerClient.withToken(ledger, "none").get(path).status()).isEqualTo(401);
    }

    private static Map<String, Set<String>> terms(JsonNode bill) {
        var terms = new TreeMap<String, Set<String>>();
        for (var component : bill.required("components")) {
            // Our own: what is asked is what others ask of us.
            if (!component.path("group").asText().equals("org.budgetledger")) {
                var licences = new TreeSet<String>();
                for (var licence : component.path("licenses")) {
                    licences.add(
                            licence.has("expression")
                                    ? licence.path("expression").asText()
                                    : licence.path("license")
                                            .path("id")
                                            .asText(licence.path("license")
                                                    .path("name")
                                                    .asText()));
                }
                terms.put(component.required("purl").textValue().replaceAll("^pkg:maven/|\\?.*$", ""), licences);
            }
        }
        return terms;
    }

    /** What Maven made, which it does not offline. */
    private static JsonNode bill() throws IOException {
        try (var bill = LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assumeTrue(
                    bill != null || System.getProperty("ledger.test.maven", "").equals("offline: false"),
                    "there is no bill of materials, for it was not made by Maven, online");
            return new ObjectMapper().readTree(Objects.requireNonNull(bill, "the bill of materials"));
        }
    }
}
