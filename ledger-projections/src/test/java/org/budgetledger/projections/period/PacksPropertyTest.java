package org.budgetledger.projections.period;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.PayCalendar;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.AccountingPeriod;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.projections.operations.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random histories, each a budget of its own, closed period by period while items go on coming late: against a
 * model that holds every item and asks, of each, which pack was the first that could have it.
 */
class PacksPropertyTest {
    private static final int HISTORIES = 10_000;
    private static final AuthorityId AUTHORITY = new AuthorityId("packham");
    private static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2025, 5, 5), LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 28));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was closed: its bytes as JSON and how far each budget had come. */
    private record Closed(LocalDate lastDay, DrawnPack pack, JsonNode content, Map<UUID, Long> versions) {}

    @Test
    void packs_foot_follow_one_another_and_have_every_item_once() throws IOException {
        var seed = Long.getLong("packs.seed", System.nanoTime());
        System.out.println("packs.seed=" + seed);
        try (var readSide = new ReadSide()) {
            var items = new Items(readSide.jdbc(), AUTHORITY, seed);
            var packs = readSide.packs();
            var closed = new ArrayList<Closed>();
            items.open(HISTORIES);
            items.record(4, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 1));
            for (var firstDay : FIRST_DAYS) {
                var period = AccountingPeriod.of(firstDay, PayCalendar.FOUR_WEEKLY_2025);
                var follows = closed.isEmpty() ? null : closed.getLast().pack().sha256();
                var before = items.versions();
                var pack = made(readSide, period, follows, "close-" + firstDay);
                assertThat(made(readSide, period, follows, "again-" + firstDay).sha256())
                        .as("the same figures make the same bytes")
                        .isEqualTo(pack.sha256());
                closed.add(new Closed(period.lastDay(), pack, content(packs, pack), before));
                // Some late for any period that was closed, some of the next, some ahead of it; and budgets that are
                // new.
                items.record(3, LocalDate.of(2025, 4, 1), period.lastDay().plusDays(56));
                items.open(50);
            }
            for (var i = 0; i < closed.size(); i++) {
                agrees(items, closed, i, "packs.seed=" + seed + ", pack " + i);
            }
            eachOnce(items, closed);
            // What came later goes, and the packs are made again from what was known: to the byte.
            for (var i = closed.size() - 1; i >= 0; i--) {
                var one = closed.get(i);
                assertThat(packs.isWhole(AUTHORITY, one.pack().sha256())).isTrue();
            }
            items.forget(closed.getLast().versions());
            var last = closed.getLast().pack();
            readSide.jdbc()
                    .update(
                            "DELETE FROM budget WHERE person_ref LIKE 'person-%' AND budget_id <> ALL (?::uuid[])",
                            (Object) closed.getLast().versions().keySet().stream()
                                    .map(UUID::toString)
                                    .toArray(String[]::new));
            assertThat(made(
                                    readSide,
                                    new AccountingPeriod(last.firstDay(), last.lastDay()),
                                    last.follows(),
                                    "derived-again")
                            .sha256())
                    .isEqualTo(last.sha256());
        }
    }

    private static DrawnPack made(
            ReadSide readSide, AccountingPeriod period, @Nullable Sha256 follows, String command) {
        var outcome = readSide.packMaker().make(AUTHORITY, period, follows, new CommandId(command));
        assertThat(outcome).isInstanceOf(PackMaker.Outcome.Made.class);
        return ((PackMaker.Outcome.Made) outcome).pack();
    }

    private static JsonNode content(PackStore packs, DrawnPack pack) throws IOException {
        try (var bytes = packs.bytes(AUTHORITY, pack.sha256()).orElseThrow()) {
            return JSON.readTree(bytes);
        }
    }

    /** The number of the first pack that an item could be in; -1 when none has it. Brought forward counts as in the first. */
    private static int packOf(Items.Item item, List<Closed> closed) {
        for (var i = 0; i < closed.size(); i++) {
            var known = closed.get(i).versions().getOrDefault(item.budget(), 0L);
            if (!item.on().isAfter(closed.get(i).lastDay()) && item.version() <= known) {
                return i;
            }
        }
        return -1;
    }

    /** Every row of a pack, by adding up one item after another. */
    private static void agrees(Items items, List<Closed> closed, int number, String seed) {
        var first = FIRST_DAYS.get(number);
        var expected = new TreeMap<String, long[]>();
        var totals = new long[3];
        for (var item : items.all) {
            var in = packOf(item, closed);
            if (in < 0 || in > number) {
                continue;
            }
            var earlier = item.on().isBefore(first);
            var column = in < number || (number == 0 && earlier) ? 0 : earlier ? 2 : 1;
            var row = expected.computeIfAbsent(
                    item.budget() + " " + item.account() + " " + item.kind(), _ -> new long[3]);
            row[column] += item.pence();
            totals[column] += item.pence();
        }
        var rows = new HashMap<String, long[]>();
        for (var budget : closed.get(number).content().required("budgets")) {
            for (var account : budget.required("accounts")) {
                var sum = new long[4];
                for (var row : account.required("rows")) {
                    var columns = columns(row);
                    rows.put(
                            budget.required("budgetId").textValue() + " "
                                    + account.required("deployment").textValue() + " "
                                    + account.required("stream").textValue() + " "
                                    + row.required("kind").textValue(),
                            new long[] {columns[0], columns[1], columns[2]});
                    for (var i = 0; i < 4; i++) {
                        sum[i] += columns[i];
                    }
                }
                assertThat(columns(account.required("balance"))).as(seed).containsExactly(sum);
            }
        }
        assertThat(rows.keySet()).as(seed).isEqualTo(expected.keySet());
        expected.forEach(
                (key, row) -> assertThat(rows.get(key)).as(seed + " " + key).containsExactly(row));
        var lines = columns(closed.get(number).content().required("totals").required("lines"));
        assertThat(lines).as(seed).containsExactly(totals[0], totals[1], totals[2], totals[0] + totals[1] + totals[2]);
        if (number > 0) {
            assertThat(lines[0])
                    .as(seed + ": it opens where the one before closed")
                    .isEqualTo(columns(
                            closed.get(number - 1).content().required("totals").required("lines"))[3]);
        }
        assertThat(closed.get(number)
                        .content()
                        .at("/trialBalance/differencePence")
                        .longValue())
                .as(seed)
                .isZero();
    }

    /** The prior-period items are named one by one, each in one pack and with its own date. */
    private static void eachOnce(Items items, List<Closed> closed) {
        var late = new ArrayList<Set<String>>();
        for (var one : closed) {
            var named = new HashSet<String>();
            for (var budget : one.content().required("budgets")) {
                for (var item : budget.required("priorPeriodItems")) {
                    assertThat(named.add(String.join(
                                    " ",
                                    budget.required("budgetId").textValue(),
                                    item.required("version").asText(),
                                    item.required("kind").textValue(),
                                    item.required("effectiveOn").textValue(),
                                    item.required("amountPence").asText())))
                            .isTrue();
                }
            }
            late.add(named);
        }
        var expected = new ArrayList<Set<String>>();
        closed.forEach(_ -> expected.add(new HashSet<>()));
        var counted = 0;
        for (var item : items.all) {
            var in = packOf(item, closed);
            if (in > 0 && item.on().isBefore(FIRST_DAYS.get(in))) {
                expected.get(in)
                        .add(String.join(
                                " ",
                                item.budget().toString(),
                                Long.toString(item.version()),
                                item.kind().name(),
                                item.on().toString(),
                                Long.toString(item.pence())));
                counted++;
            }
        }
        assertThat(late).isEqualTo(expected);
        assertThat(counted).as("late items to be tested on").isGreaterThan(HISTORIES);
    }

    private static long[] columns(JsonNode figures) {
        var columns = new long[] {
            figures.required("openingPence").longValue(),
            figures.required("periodPence").longValue(),
            figures.required("priorPeriodPence").longValue(),
            figures.required("closingPence").longValue()
        };
        assertThat(columns[0] + columns[1] + columns[2]).isEqualTo(columns[3]);
        return columns;
    }
}
