package org.budgetledger.projections.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Statement;
import org.budgetledger.projections.stream.Sums;

/** The account totals and the lines behind them. */
public final class AccountTable {
    /** What came due is worked out when it is asked for: it grows with the days, without any event. */
    private static final Set<LineKind> STORED = EnumSet.complementOf(EnumSet.of(LineKind.ENTITLEMENT));

    private static final Sums ACCOUNT = new Sums(
            "account",
            List.of("budget_id", "deployment", "stream"),
            STORED.stream().map(AccountTable::column).toList());

    private static final Statement ENTRY = Statement.insert("entry", """
            budget_id, version, line, entry_id, kind, deployment, stream, amount, effective_on, recorded_at,
            flags, approvers, reversed, reverses, spend_id, outcome_id, category, description""");

    private static final Statement REVERSED = new Statement(
            "entry",
            "UPDATE entry SET reversed = true WHERE budget_id = ? AND entry_id = ? AND kind = ? AND reverses IS NULL");

    private AccountTable() {}

    /** Writes an event's lines and adds them to the totals of their accounts. */
    public static void write(Recorded recorded, List<Line> lines, Changes changes) {
        for (var i = 0; i < lines.size(); i++) {
            write(recorded, i, lines.get(i), changes);
        }
    }

    private static void write(Recorded recorded, int number, Line line, Changes changes) {
        var spend = line.spend();
        changes.write(
                ENTRY,
                recorded.streamId(),
                recorded.version(),
                number,
                line.entryId().value(),
                line.kind().name(),
                line.account().deployment().value(),
                line.account().stream().name(),
                line.amount().pence(),
                line.effectiveOn(),
                recorded.recordedAtUtc(),
                spend == null ? "" : Columns.flags(spend.flags()),
                spend == null ? 0 : spend.approvers().size(),
                false,
                Columns.uuid(line.reverses()),
                Columns.uuid(line.spendId()),
                spend == null ? null : Columns.uuid(spend.outcomeId()),
                spend == null || spend.category() == null
                        ? null
                        : spend.category().value(),
                spend == null ? null : Columns.text(spend.description()));
        if (line.reverses() != null) {
            changes.write(
                    REVERSED,
                    recorded.streamId(),
                    line.reverses().value(),
                    line.kind().name());
        }
        changes.add(
                ACCOUNT,
                List.of(
                        recorded.streamId(),
                        line.account().deployment().value(),
                        line.account().stream().name()),
                column(line.kind()),
                line.kind().signed(line.amount()));
    }

    /** The totals of a row, by kind. */
    public static Map<LineKind, Money> totals(ResultSet row) throws SQLException {
        var totals = new EnumMap<LineKind, Money>(LineKind.class);
        for (var kind : STORED) {
            totals.put(kind, Columns.money(row, column(kind)));
        }
        return totals;
    }

    /** The column that holds the total of a kind of line. */
    static String column(LineKind kind) {
        return switch (kind) {
            case PAYMENT -> "released";
            case CONTRIBUTION -> "contributions";
            case TOP_UP -> "top_ups";
            case INTEREST -> "interest";
            case REFUND -> "refunds";
            case POOL_RETURN -> "pool_returns";
            case TRANSFER_IN -> "transfers_in";
            case CREDIT -> "suspense";
            case SPEND -> "spends";
            case POOL_CONTRIBUTION -> "pool_contributions";
            case TRANSFER_OUT -> "transfers_out";
            case RECOVERY -> "recovered";
            case CONTRIBUTION_REFUND -> "contribution_refunds";
            case ENTITLEMENT -> throw new IllegalArgumentException("what came due is not stored");
        };
    }
}
