package org.budgetledger.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.budgetledger.api.LedgerCommand;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface as it is documented: committed, so that a change of it is seen, and true. */
class OpenApiDocumentTest {
    private static final Path COMMITTED = Path.of("src", "main", "openapi", "openapi.json");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private static final RunningLedger LEDGER = RunningLedger.shared();

    @Test
    void the_committed_document_is_the_served_one() throws IOException {
        var served = written(get("/v3/api-docs").body());
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED).exists();
        assertThat(served)
                .as("the HTTP interface has changed: if it should, renew the document with"
                        + " mvn -pl ledger-service -am test -Dtest=OpenApiDocumentTest -Dopenapi.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false, and commit it")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void every_command_has_one_operation_and_so_has_every_run_over_many_budgets_and_the_batch() throws IOException {
        var documented = new ArrayList<String>();
        document()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("requestBody")) {
                        var schema = operation.at("/requestBody/content/application~1json/schema/$ref");
                        documented.add(schema.asText().replace("#/components/schemas/", ""));
                    }
                }));
        var expected = new ArrayList<>(List.of("BatchRequest", "PayRunRequest", "UpliftRequest"));
        recordsOf(LedgerCommand.class).forEach(command -> expected.add(command.getSimpleName()));
        assertThat(documented).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_command_documents_its_headers_its_path_its_body_and_what_comes_back() throws IOException {
        var document = document();
        var operation = document.at("/paths/~1v1~1budgets~1{budgetId}~1spends~1{spendId}~1refunds/post");
        assertThat(operation.path("operationId").textValue()).isEqualTo("recordRefund");
        assertThat(names(operation.path("parameters"), document))
                .containsExactly("path budgetId", "path spendId", "header Idempotency-Key", "header If-Match");
        assertThat(operation
                        .path("parameters")
                        .get(0)
                        .path("schema")
                        .path("format")
                        .textValue())
                .isEqualTo("uuid");
        var key = document.at("/components/parameters/IdempotencyKey");
        assertThat(key.path("required").booleanValue()).isTrue();
        assertThat(key.at("/schema/minLength").intValue()).isEqualTo(8);
        assertThat(key.at("/schema/maxLength").intValue()).isEqualTo(64);
        assertThat(fields(operation.path("responses")))
                .containsExactlyInAnyOrder("201", "400", "401", "403", "404", "409", "412", "413", "415", "503");

        var body = document.at("/components/schemas/RecordRefund");
        // Not the command's id and not what the path gives.
        assertThat(fields(body.path("properties")))
                .containsExactlyInAnyOrder("refundId", "amountPence", "evidence", "effectiveOn");
        // Not the id that is minted nor the day that is today when left out.
        assertThat(body.path("required"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("amountPence", "evidence");
        assertThat(body.path("additionalProperties").isBoolean()).isTrue();
        assertThat(body.path("additionalProperties").booleanValue()).isFalse();
        var amount = body.at("/properties/amountPence");
        assertThat(amount.path("type").textValue()).isEqualTo("integer");
        assertThat(amount.path("format").textValue()).isEqualTo("int64");
        assertThat(amount.path("minimum").longValue()).isEqualTo(1);
        assertThat(amount.path("maximum").longValue()).isEqualTo(1_000_000_000L);
    }

    @Test
    void what_is_nullable_is_not_required_and_sums_have_their_formatted_twin_in_answers() throws IOException {
        var line = document().at("/components/schemas/StatementLine");
        assertThat(line.path("required"))
                .extracting(JsonNode::textValue)
                .contains("amountPence", "effectiveOn")
                .doesNotContain("description", "entryId", "amount");
        assertThat(line.at("/properties/description/type"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("string", "null");
        assertThat(line.at("/properties/amountPence/type").textValue()).isEqualTo("integer");
        assertThat(line.at("/properties/amount/type").textValue()).isEqualTo("string");
        assertThat(line.at("/properties/amount/readOnly").booleanValue()).isTrue();
    }

    @Test
    void nothing_of_the_inside_shows_and_every_operation_says_what_it_is_for() throws IOException {
        var document = document();
        assertThat(document.path("openapi").textValue()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").textValue())
                .isEqualTo("bearer");
        assertThat(fields(document.at("/components/schemas")))
                .noneMatch(name -> name.contains("Requested") || name.contains("Caller") || name.contains("Envelope"));
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asText())
                            .as(operation.toString())
                            .isNotBlank();
                    assertThat(operation.at("/responses/401").isMissingNode())
                            .as(operation.toString())
                            .isFalse();
                    operation
                            .path("parameters")
                            .forEach(parameter -> assertThat(
                                            parameter.path("name").asText())
                                    .isNotIn("caller", "request", "requested"));
                }));
        assertThat(StreamSupport.stream(document.path("paths").spliterator(), false)
                        .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                        .map(operation -> operation.path("operationId").textValue()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-ui.css",
                "/swagger-ui/swagger-ui-bundle.js",
                "/swagger-ui/swagger-ui-standalone-preset.js",
                "/swagger-ui/swagger-initializer.js",
                "/v3/api-docs/swagger-config"
            })
    void the_page_and_all_that_it_loads_are_there_for_everyone(String path) throws IOException {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void the_page_shows_this_document_and_asks_nobody_else_about_it() throws IOException {
        assertThat(get("/swagger-ui.html").uri().getPath()).isEqualTo("/swagger-ui/index.html");
        assertThat(get("/swagger-ui/swagger-initializer.js").body()).contains("/v3/api-docs/swagger-config");
        var settings = JSON.readTree(get("/v3/api-docs/swagger-config").body());
        assertThat(settings.path("url").textValue()).isEqualTo("/v3/api-docs");
        assertThat(settings.path("validatorUrl").textValue()).isEmpty();
    }

    private static List<Class<?>> recordsOf(Class<?> family) {
        if (family.isRecord()) {
            return List.of(family);
        }
        var members = new ArrayList<Class<?>>();
        for (var member : family.getPermittedSubclasses()) {
            members.addAll(recordsOf(member));
        }
        return members;
    }

    private static List<String> names(JsonNode parameters, JsonNode document) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.path("$ref").textValue().substring(1))
                        : parameter)
                .map(parameter -> parameter.path("in").textValue() + " "
                        + parameter.path("name").textValue())
                .toList();
    }

    private static List<String> fields(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(get("/v3/api-docs").body());
    }

    /** Keys in order, one line a value: differences between two versions show where they are. */
    private static String written(String json) throws IOException {
        var indented = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer(indented).writeValueAsString(JSON.readValue(json, Object.class)) + "\n";
    }

    private static HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(LEDGER.baseUri() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
