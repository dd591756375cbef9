package org.budgetledger.service.tracing;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.budgetledger.service.axonserver.AxonServerStandIn;
import org.budgetledger.service.observed.Zebra;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;

/** One request is one trace, from its arrival to the views, for whoever names a collector; and none of it is stored. */
class TracesTest {
    /** Those that take in what happens to a budget: its own and the audit trail. */
    private static final int PROJECTIONS = 2;

    private static final TraceReceiver RECEIVER = new TraceReceiver();
    private static final RunningLedger LEDGER = RunningLedger.start(RECEIVER.settings());

    @AfterAll
    static void stop() {
        LEDGER.close();
        RECEIVER.close();
    }

    @Test
    void a_command_is_one_trace_from_the_request_to_every_projection() {
        var opened = open(LEDGER);
        var traceId = requestId(opened);

        LedgerClient.eventually(() -> projections(traceId).size() == PROJECTIONS);

        var spans = RECEIVER.of(traceId);
        assertThat(spans).anySatisfy(span -> {
            assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
            assertThat(span.getName()).isEqualTo("http post /v1/budgets");
            assertThat(span.getParentSpanId().isEmpty()).isTrue();
        });
        assertThat(spans).anySatisfy(span -> {
            assertThat(span.getName()).startsWith("CommandBus.handle").contains("OpenBudget");
            assertThat(attribute(span, "axon_payload_type")).endsWith(".OpenBudget");
        });
        assertThat(spans).anyMatch(span -> span.getName().equals("EventBus.commitEvents"));
        assertThat(projections(traceId))
                .allSatisfy(span ->
                        assertThat(attribute(span, "axon_aggregate_identifier")).isEqualTo(opened.text("budgetId")));
        // Each hangs on another of them.
        var ids = spans.stream().map(Span::getSpanId).collect(toSet());
        assertThat(spans.stream().filter(span -> !ids.contains(span.getParentSpanId())))
                .hasSize(1);
    }

    private static List<Span> projections(String traceId) {
        return RECEIVER.of(traceId).stream()
                .filter(span -> span.getName().equals("projection(BudgetOpened)"))
                .toList();
    }

    @Test
    void a_trace_that_a_caller_began_goes_on_here() {
        var traceId = UUID.randomUUID().toString().replace("-", "");

        var opened = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor")
                .post(
                        "/v1/budgets",
                        UUID.randomUUID().toString(),
                        "{\"personRef\": \"person-1\"}",
                        "traceparent",
                        "00-" + traceId + "-00f067aa0ba902b7-01")
                .accepted();

        assertThat(requestId(opened)).isEqualTo(traceId);
        LedgerClient.eventually(() -> projections(traceId).size() == PROJECTIONS);
    }

    @Test
    void reading_all_events_anew_makes_no_traces() {
        open(LEDGER);
        LEDGER.restart();
        var officer = LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor");
        LedgerClient.operator(LEDGER).post("/v1/operations/projections/audit/rebuild", "");
        // Long enough that its events would have been sent.
        var budget = open(LEDGER);
        LedgerClient.eventually(() -> projections(requestId(budget)).size() == PROJECTIONS);
        LedgerClient.eventually(() -> officer.get("/v1/budgets/" + budget.text("budgetId") + "/events")
                        .status()
                == 200);

        var roots = RECEIVER.all().stream()
                .filter(span -> span.getParentSpanId().isEmpty())
                .filter(span -> span.getKind() != Span.SpanKind.SPAN_KIND_SERVER)
                .map(Span::getName);
        assertThat(roots).isEmpty();
    }

    @Test
    void nothing_about_a_person_leaves_with_a_trace() {
        var zebra = new Zebra(LEDGER);
        zebra.tell();
        var last = requestId(zebra.answers().getLast());
        LedgerClient.eventually(() -> !RECEIVER.of(last).isEmpty());

        assertThat(RECEIVER.sent().toLowerCase(Locale.ROOT)).doesNotContain(Zebra.SIGN);
        assertThat(RECEIVER.all().stream()
                        .flatMap(span -> span.getAttributesList().stream())
                        .map(attribute -> attribute.getKey())
                        .collect(toSet()))
                .contains("uri", "status", "axon_payload_type")
                .isSubsetOf(
                        "method",
                        "uri",
                        "status",
                        "outcome",
                        "exception",
                        "axon_aggregate_identifier",
                        "axon_message_name",
                        "axon_message_type",
                        "axon_payload_type");
    }

    @Test
    void probes_and_scrapes_are_not_traced() {
        assertThat(LedgerClient.as(LEDGER, "ALLOCATOR", "j.okafor")
                        .get("/actuator/health")
                        .headers()
                        .firstValue("Request-Id"))
                .isEmpty();
    }

    @Test
    void what_is_stored_beside_an_event_is_the_same_as_without_traces() {
        var without = stored(RunningLedger.shared());
        assertThat(without)
                .containsExactlyInAnyOrder(
                        "authority",
                        "actor",
                        "role",
                        "commandId",
                        "commandDigest",
                        "policyPack",
                        "clauses",
                        "previousHash",
                        "hash");
        assertThat(stored(LEDGER)).isEqualTo(without);
    }

    @Test
    void nor_is_anything_added_on_axon_server() {
        try (var server = new AxonServerStandIn()) {
            var settings = new HashMap<>(server.settings("traced"));
            settings.putAll(RECEIVER.settings());
            try (var ledger = RunningLedger.start(settings)) {
                assertThat(stored(ledger)).isEqualTo(stored(RunningLedger.shared()));
                var opened = open(ledger);
                LedgerClient.eventually(() -> projections(requestId(opened)).size() == PROJECTIONS);
            }
        }
    }

    @Test
    void where_nobody_names_a_collector_there_is_nothing_but_the_id_of_the_request() {
        var plain = RunningLedger.shared();

        assertThat(plain.bean(SpanFactory.class)).isSameAs(NoOpSpanFactory.INSTANCE);
        assertThat(plain.bean(SpanExporters.class).list()).isEmpty();
        assertThat(requestId(open(plain))).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    }

    /** The names of what is stored beside the events of a budget, whose chain is whole. */
    private static Set<String> stored(RunningLedger ledger) {
        var budget = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor").openBudgetWith(100_000);
        var names = new ArrayList<Set<String>>();
        var events = ledger.bean(EventStore.class).readEvents(budget);
        while (events.hasNext()) {
            names.add(Set.copyOf(events.next().getMetaData().keySet()));
        }
        assertThat(names).hasSize(2);
        assertThat(names.getFirst()).isEqualTo(names.getLast());
        assertThat(LedgerClient.as(ledger, "AUDITOR", "a.audit")
                        .get("/v1/budgets/" + budget + "/chain/verification")
                        .body()
                        .required("whole")
                        .booleanValue())
                .isTrue();
        return names.getFirst();
    }

    private static LedgerClient.Answer open(RunningLedger ledger) {
        return LedgerClient.as(ledger, "ALLOCATOR", "j.okafor")
                .post("/v1/budgets", "{\"personRef\": \"person-" + UUID.randomUUID() + "\"}")
                .accepted();
    }

    private static String requestId(LedgerClient.Answer answer) {
        return answer.headers().firstValue("Request-Id").orElseThrow();
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
