package org.budgetledger.projections.period;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.budget.statement.LineKind;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Random histories of many budgets as the read side keeps them: entries of any kind and account, dated in no order. What is
 * written is remembered as it is, for a model to count over.
 */
final class Items {
    /** One entry; the budget and the account are only names to the model. */
    record Item(UUID budget, long version, String account, LineKind kind, long pence, LocalDate on) {}

    private static final List<LineKind> KINDS = List.of(
            LineKind.PAYMENT,
            LineKind.CONTRIBUTION,
            LineKind.TOP_UP,
            LineKind.INTEREST,
            LineKind.REFUND,
            LineKind.CREDIT,
            LineKind.SPEND,
            LineKind.SPEND,
            LineKind.RECOVERY,
            LineKind.CONTRIBUTION_REFUND);

    private static final List<String> ACCOUNTS =
            List.of("self SOCIAL_CARE", "self HEALTH", "trust SOCIAL_CARE", "provider-2 HEALTH");

    final List<Item> all = new ArrayList<>();
    private final JdbcTemplate jdbc;
    private final AuthorityId authority;
    private final Random random;
    private final List<UUID> budgets = new ArrayList<>();
    private final Map<UUID, Long> versions = new HashMap<>();

    Items(JdbcTemplate jdbc, AuthorityId authority, long seed) {
        this.jdbc = jdbc;
        this.authority = authority;
        this.random = new Random(seed);
    }

    /** Opens budgets. */
    void open(int count) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < count; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            budgets.add(id);
            rows.add(new Object[] {id, authority.value(), "person-" + budgets.size(), Date.valueOf("2025-04-01")});
            versions.put(id, 1L);
        }
        jdbc.batchUpdate("INSERT INTO budget (budget_id, authority, person_ref, opened_on) VALUES (?, ?, ?, ?)", rows);
        heads();
    }

    /** Records some entries on every budget, dated on some day of a span. */
    void record(int most, LocalDate from, LocalDate to) {
        var rows = new ArrayList<Object[]>();
        for (var budget : budgets) {
            for (var i = random.nextInt(most + 1); i > 0; i--) {
                var version = versions.merge(budget, 1L, Long::sum);
                var on = from.plusDays(random.nextLong(from.until(to, java.time.temporal.ChronoUnit.DAYS) + 1));
                var kind = KINDS.get(random.nextInt(KINDS.size()));
                var pence = random.nextInt(1, 100_000);
                if (random.nextInt(5) == 0) {
                    // Money from one account to another is two lines of one event, which cancel out over all accounts.
                    add(rows, new Item(budget, version, account(), LineKind.TRANSFER_OUT, -pence, on), 0);
                    add(rows, new Item(budget, version, account(), LineKind.TRANSFER_IN, pence, on), 1);
                } else {
                    var reversed = random.nextInt(6) == 0 ? -1 : 1;
                    var sign =
                            kind == LineKind.SPEND || kind == LineKind.RECOVERY || kind == LineKind.CONTRIBUTION_REFUND
                                    ? -reversed
                                    : reversed;
                    add(rows, new Item(budget, version, account(), kind, (long) sign * pence, on), 0);
                }
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO entry (budget_id, version, line, entry_id, kind, deployment, stream, amount, effective_on,
                    recorded_at, flags, approvers, reversed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, false)
                """, rows);
        heads();
    }

    /** Takes back what was recorded last, as if it had not been yet. */
    void forget(Map<UUID, Long> upTo) {
        upTo.forEach((budget, version) -> {
            jdbc.update("DELETE FROM entry WHERE budget_id = ? AND version > ?", budget, version);
            versions.put(budget, version);
        });
        heads();
    }

    Map<UUID, Long> versions() {
        return Map.copyOf(versions);
    }

    private String account() {
        return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    }

    private void add(List<Object[]> rows, Item item, int line) {
        all.add(item);
        var account = item.account().split(" ", -1);
        rows.add(new Object[] {
            item.budget(),
            item.version(),
            line,
            new UUID(item.version(), line),
            item.kind().name(),
            account[0],
            account[1],
            item.pence(),
            Date.valueOf(item.on()),
            OffsetDateTime.of(2025, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC)
        });
    }

    private void heads() {
        jdbc.batchUpdate(
                """
                INSERT INTO stream_head (projection, stream_id, version, hash, recorded_at, authority, kind)
                VALUES ('budgets', ?, ?, 'x', now(), ?, 'Budget')
                ON CONFLICT (projection, stream_id) DO UPDATE SET version = EXCLUDED.version
                """,
                versions.entrySet().stream()
                        .map(head -> new Object[] {head.getKey(), head.getValue(), authority.value()})
                        .toList());
    }
}
