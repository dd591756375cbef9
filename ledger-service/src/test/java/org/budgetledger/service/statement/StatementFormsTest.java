package org.budgetledger.service.statement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The statement of account in its three forms: the same lines, the same sums, and each fit for its readers. */
class StatementFormsTest {
    private static final RunningLedger LEDGER = RunningLedger.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final LedgerClient OFFICER = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");

    /** £1,000.00 managed by the authority from 1 April 2025. */
    private static final String BUDGET = OFFICER.openBudgetWith(100_000);

    private static final String STATEMENT = "/v1/budgets/" + BUDGET + "/statement";

    @BeforeAll
    static void two_spends() {
        // 1,000.00 - 12.50 - 7.50 = £980.00.
        spend(1_250, "2025-04-16", "=HYPERLINK(\\\"http://example.org\\\",\\\"Tickets\\\")");
        spend(750, "2025-04-20", "Caffè Lloŷd, a coffee ☕ and a “bun”");
    }

    @Test
    void the_csv_has_the_lines_between_an_opening_and_a_closing_balance_and_foots() throws IOException {
        var answer = get(STATEMENT + "?to=2025-04-30", "text/csv", "AUDITOR");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(text(answer)).contains("\r\n").startsWith("effectiveOn,dueFrom,kind,");
        var rows = rows(answer);
        assertThat(rows)
                .extracting(row -> row.getField("kind"))
                .containsExactly("OPENING_BALANCE", "ENTITLEMENT", "SPEND", "SPEND", "CLOSING_BALANCE");
        // 1 April lies in the period that ends on 6 April: 1,000.00, then - 12.50 and - 7.50.
        assertThat(rows)
                .extracting(row -> row.getField("amountPence"))
                .containsExactly("", "100000", "-1250", "-750", "");
        assertThat(rows)
                .extracting(row -> row.getField("runningBalance"))
                .containsExactly("£0.00", "£1,000.00", "£987.50", "£980.00", "£980.00");
    }

    private static List<NamedCsvRecord> rows(HttpResponse<byte[]> answer) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(answer))) {
            return csv.stream().toList();
        }
    }

    @Test
    void text_that_would_be_a_formula_is_marked_as_text() throws IOException {
        var rows = rows(get(STATEMENT, "text/csv", "AUDITOR"));
        assertThat(rows)
                .extracting(row -> row.getField("description"))
                .contains("'=HYPERLINK(\"http://example.org\",\"Tickets\")");
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "application/pdf"})
    void a_care_manager_does_not_see_what_was_bought_in_any_form(String form) throws IOException {
        assertThat(shown(get(STATEMENT, form, "AUDITOR"))).contains("coffee");
        assertThat(shown(get(STATEMENT, form, "CARE_MANAGER")))
                .contains("7.50")
                .doesNotContain("coffee")
                .doesNotContain("HYPERLINK");
    }

    @Test
    void the_pdf_is_accessible() throws Exception {
        var answer = get(STATEMENT, "application/pdf", "AUDITOR");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(answer.body()), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void the_pdf_says_its_language_its_title_and_its_sums() throws IOException {
        var answer = get(STATEMENT + "?to=2025-04-30", "application/pdf", "AUDITOR");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Statement of account");
        }
        assertThat(shown(answer))
                .contains(
                        "Statement of account",
                        "Opening balance",
                        "Closing balance",
                        "£1,000.00",
                        "−£12.50",
                        "£980.00");
    }

    @Test
    void whoever_takes_anything_gets_json() {
        assertThat(get(STATEMENT, "*/*", "AUDITOR").headers().firstValue("Content-Type"))
                .contains("application/json");
        var refused = get(STATEMENT, "text/html", "AUDITOR");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "effectiveOn=tomorrow, effectiveOn",
        "effectiveOn=2025-02-30, effectiveOn",
        "effectiveOn=1996-01-01, effectiveOn",
        "effectiveOn=, effectiveOn",
        "knownAt=16/04/2025, knownAt",
        "knownAt=2025-04-16T09:30, knownAt",
        "knownAt=2099-01-01, knownAt",
        "knownAt=2099-01-01T00:00:00Z, knownAt",
        "knownAt=%2B999999999-12-31T23:59:59Z, knownAt",
        "knownAt=-999999999-01-01T00:00:00Z, knownAt",
        "knownAt=1990-01-01T00:00:00Z, knownAt",
        "from=2025-04-31, from",
        "to=never, to",
        "from=2025-05-02&to=2025-05-01, from",
        "effectiveOn=2025-05-01&to=2025-05-02, to",
    })
    void dates_that_are_none_are_refused_in_every_form(String query, String field) {
        for (var form : List.of("application/json", "text/csv", "application/pdf")) {
            var answer = get(STATEMENT + "?" + query, form, "AUDITOR");
            assertThat(answer.statusCode()).as(form).isEqualTo(400);
            assertThat(text(answer)).contains("\"INVALID_FIELD\"", "\"" + field + "\"");
        }
    }

    private static void spend(long pence, String on, String description) {
        OFFICER.post("/v1/budgets/" + BUDGET + "/spends", """
                        {"stream": "SOCIAL_CARE", "amountPence": %d, "effectiveOn": "%s", "description": "%s",
                         "evidence": {"kind": "STATEMENT_LINE", "reference": "line 7"}}""".formatted(pence, on, description))
                .accepted();
    }

    private static String shown(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")) {
            return text(answer);
        }
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path, String accept, String role) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(LEDGER.baseUri() + path))
                            .header("Authorization", "Bearer " + LEDGER.token(role, "r.eader", "northmere", List.of()))
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
