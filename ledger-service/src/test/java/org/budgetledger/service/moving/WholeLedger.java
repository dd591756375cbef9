package org.budgetledger.service.moving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.budgetledger.projections.operations.Projections;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a running ledger tells of every stream over HTTP: figures, audit trail and proof. */
final class WholeLedger {
    private static final int EVENTS_A_PAGE = 100;

    private record Stream(String id, String authority, String kind) {}

    private WholeLedger() {}

    /** What is said, by the path that was asked. */
    static SortedMap<String, JsonNode> toldBy(RunningLedger ledger) {
        // The list of streams is a view as well, and shows whatever has reached it.
        LedgerClient.eventually(ledger.bean(Projections.class)::level);
        var told = new TreeMap<String, JsonNode>();
        for (var stream : streams(ledger)) {
            var auditor = LedgerClient.of(ledger, "AUDITOR", "a.audit", stream.authority());
            for (var path : paths(stream)) {
                LedgerClient.eventually(() -> auditor.get(path).status() != 503);
                var answer = auditor.get(path);
                assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
                told.put(stream.authority() + " " + path, answer.body());
            }
            told.put(stream.authority() + " " + home(stream) + " in all", events(auditor, home(stream) + "/events"));
        }
        return told;
    }

    private static List<Stream> streams(RunningLedger ledger) {
        return ledger.bean(JdbcClient.class)
                .sql("SELECT stream_id, authority, kind FROM stream_head WHERE projection = 'audit'")
                .query((row, _) ->
                        new Stream(row.getString("stream_id"), row.getString("authority"), row.getString("kind")))
                .list();
    }

    private static List<String> paths(Stream stream) {
        var home = home(stream);
        var chain = home + "/chain/verification";
        return switch (stream.kind()) {
            case "Budget" -> List.of(home, home + "/balance", chain);
            case "Pool" -> List.of(home, chain);
            default -> List.of(chain);
        };
    }

    private static String home(Stream stream) {
        return switch (stream.kind()) {
            case "Budget" -> "/v1/budgets/" + stream.id();
            case "Pool" -> "/v1/pools/" + stream.id();
            default -> "/v1/periods";
        };
    }

    private static JsonNode events(LedgerClient auditor, String path) {
        var all = JsonNodeFactory.instance.arrayNode();
        var next = path + "?limit=" + EVENTS_A_PAGE;
        while (!next.isEmpty()) {
            var page = auditor.get(next);
            assertThat(page.status()).as(path + ": " + page.body()).isEqualTo(200);
            page.body().required("events").forEach(all::add);
            var cursor = page.body().required("next");
            next = cursor.isNull() ? "" : path + "?limit=" + EVENTS_A_PAGE + "&cursor=" + cursor.asText();
        }
        return all;
    }
}
