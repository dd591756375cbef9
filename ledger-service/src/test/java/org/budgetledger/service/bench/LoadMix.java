package org.budgetledger.service.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a council's systems send and ask in a month, by one client. A statement is a budget's month of spends in one batch. Of a
 * hundred commands that come alone 68 are spends off a bank statement (one that was authorised, while there is one), 12
 * contributions off it, 8 authorisations, 4 earmarks, 3 refunds, 3 reversals and 2 payments of interest. Of a hundred reads 50 are
 * balances, 10 balances as at an earlier day, 25 statements and 15 recipients' review pages.
 */
final class LoadMix {
    /** A month of a bank statement. */
    static final int LINES = 20;

    /** So many spends are remembered, to be refunded or reversed. */
    private static final int REMEMBERED = 100;

    private static final String EVIDENCE = "\"evidence\": {\"kind\": \"STATEMENT_LINE\", \"reference\": \"line 17\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that a later command is about. */
    private record Entry(String budget, String id, int pence) {}

    private final List<String> budgets;
    private final LeanClient client;
    private final String token;
    private final SplittableRandom random = new SplittableRandom();
    private final Deque<Entry> spends = new ArrayDeque<>();
    private final Deque<Entry> authorisations = new ArrayDeque<>();

    LoadMix(List<String> budgets, LeanClient client, String token) {
        this.budgets = budgets;
        this.client = client;
        this.token = token;
    }

    /** Sends a command; true if it was accepted. */
    boolean command() throws IOException {
        var percent = random.nextInt(100);
        if (percent < 12) {
            return accepted(post(some() + "/contributions", money(pence()) + "," + EVIDENCE));
        } else if (percent < 14) {
            return accepted(post(some() + "/interest", money(pence()) + "," + EVIDENCE));
        } else if (percent < 18) {
            return accepted(post(some() + "/earmarks", money(pence()) + ", \"purpose\": \"TAX\""));
        } else if (percent < 26) {
            return authorise(some(), pence());
        } else if (percent < 29 && !spends.isEmpty()) {
            var spend = spends.remove();
            return accepted(post(
                    spend.budget() + "/spends/" + spend.id() + "/refunds",
                    "\"amountPence\": " + spend.pence() + "," + EVIDENCE));
        } else if (percent < 32 && !spends.isEmpty()) {
            var spend = spends.remove();
            return accepted(
                    post(spend.budget() + "/entries/" + spend.id() + "/reversal", "\"reason\": \"Keyed twice\""));
        } else if (authorisations.isEmpty()) {
            return spend(some(), pence(), "");
        } else {
            var authorised = authorisations.remove();
            return spend(authorised.budget(), authorised.pence(), ", \"authorisationId\": \"" + authorised.id() + "\"");
        }
    }

    /** Sends a statement's lines together; true if all were accepted. */
    boolean statement() throws IOException {
        var post = some() + "/spends";
        var commands = IntStream.range(0, LINES)
                .mapToObj(_ -> "{\"commandId\": \"%s\", \"post\": \"%s\", \"body\": {%s, %s}}"
                        .formatted(UUID.randomUUID(), post, money(pence()), EVIDENCE))
                .collect(Collectors.joining(",", "{\"commands\": [", "]}"));
        var answer = client.post("/v1/batches", token, UUID.randomUUID().toString(), commands);
        return answer.status() == 200
                && JSON.readTree(answer.body()).required("accepted").intValue() == LINES;
    }

    /** Asks for something; true if it was answered. */
    boolean read() throws IOException {
        var percent = random.nextInt(100);
        var view = percent < 50
                ? "/balance"
                : percent < 60 ? "/balance?effectiveOn=2025-06-30" : percent < 85 ? "/statement" : "/reviews/recipient";
        return client.get(some() + view, token).status() == 200;
    }

    private boolean authorise(String budget, int pence) throws IOException {
        var answer = post(budget + "/authorisations", money(pence));
        if (answer != null) {
            authorisations.add(
                    new Entry(budget, answer.required("authorisationId").textValue(), pence));
        }
        return accepted(answer);
    }

    private boolean spend(String budget, int pence, String more) throws IOException {
        var answer = post(
                budget + "/spends",
                money(pence) + ", \"description\": \"Personal assistant, week\"," + EVIDENCE + more);
        if (answer != null && spends.size() < REMEMBERED) {
            spends.add(new Entry(budget, answer.required("spendId").textValue(), pence));
        }
        return accepted(answer);
    }

    private static String money(int pence) {
        return "\"stream\": \"SOCIAL_CARE\", \"amountPence\": " + pence;
    }

    private int pence() {
        return random.nextInt(100, 10_000);
    }

    private String some() {
        return "/v1/budgets/" + budgets.get(random.nextInt(budgets.size()));
    }

    private static boolean accepted(@Nullable JsonNode answer) {
        return answer != null;
    }

    /** The answer, if it was accepted. */
    private @Nullable JsonNode post(String path, String fields) throws IOException {
        var answer = client.post(path, token, UUID.randomUUID().toString(), "{" + fields + "}");
        return answer.status() == 201 ? JSON.readTree(answer.body()) : null;
    }
}
