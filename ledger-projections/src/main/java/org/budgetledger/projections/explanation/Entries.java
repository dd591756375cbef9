package org.budgetledger.projections.explanation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.explanation.ExplainedItem;
import org.budgetledger.api.budget.statement.LineKind;
import org.budgetledger.projections.spending.Discretion;
import org.budgetledger.projections.stream.Columns;
import org.springframework.jdbc.core.JdbcTemplate;

/** The entries of a budget as parts of a figure. */
final class Entries {
    private static final String ALL = """
            SELECT version, kind, amount, deployment, stream, effective_on, reverses, spend_id, description FROM entry
            WHERE budget_id = ? AND version <= ? AND effective_on <= ?
            ORDER BY version, line
            """;

    private final JdbcTemplate jdbc;

    Entries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that came in or went out. */
    List<ExplainedItem> of(Asked asked, Discretion discretion) {
        var cut = asked.book().cut();
        return jdbc
                .query(
                        ALL,
                        (row, _) -> item(row, discretion),
                        asked.book().row().budgetId().value(),
                        cut.version(),
                        cut.effectiveOn())
                .stream()
                .filter(item -> asked.about(new AccountKey(item.deployment(), item.stream())))
                .toList();
    }

    /** What in the balance no one has explained yet: it is not free (R13). */
    static List<ExplainedItem> suspended(List<ExplainedItem> entries) {
        return entries.stream()
                .filter(item -> item.type() == ExplainedItem.Type.CREDIT)
                .map(item -> new ExplainedItem(
                        item.version(),
                        ExplainedItem.Type.SUSPENSE,
                        item.amount().isNegative()
                                ? "That credit was explained: it is not held back any more."
                                : "No one has explained that credit yet: it is not free to use.",
                        item.deployment(),
                        item.stream(),
                        item.effectiveOn(),
                        item.amount().negated()))
                .toList();
    }

    private static ExplainedItem item(ResultSet row, Discretion discretion) throws SQLException {
        var kind = LineKind.valueOf(row.getString("kind"));
        var account = Columns.account(row);
        var amount = Columns.money(row, "amount");
        var description =
                discretion.shows(Columns.entryOrNull(row, "spend_id")) ? Columns.textOrNull(row, "description") : null;
        return new ExplainedItem(
                row.getLong("version"),
                ExplainedItem.Type.valueOf(kind.name()),
                words(kind, kind.signed(amount), Columns.entryOrNull(row, "reverses") != null)
                        + (description == null ? "." : ": " + description + "."),
                account.deployment(),
                account.stream(),
                Columns.date(row, "effective_on"),
                amount);
    }

    /** What an entry of a kind is; {@code sum} is below zero where it takes one back. */
    private static String words(LineKind kind, Money sum, boolean reversal) {
        if (kind == LineKind.CREDIT) {
            return sum.isNegative() ? "A credit was explained, given back or reversed" : "A credit came in unexplained";
        }
        if (kind == LineKind.PAYMENT && sum.isNegative()) {
            return "A payment failed or came back";
        }
        return (reversal || sum.isNegative() ? "Put right: " : "") + plain(kind);
    }

    private static String plain(LineKind kind) {
        return switch (kind) {
            case PAYMENT -> "A payment was released";
            case CONTRIBUTION -> "The person paid a contribution";
            case TOP_UP -> "The person added money of their own";
            case INTEREST -> "Interest came in";
            case REFUND -> "A refund came in";
            case POOL_RETURN -> "A share came back from a pool";
            case TRANSFER_IN -> "Money was moved in";
            case CREDIT -> "A credit came in unexplained";
            case ENTITLEMENT -> "It came due";
            case SPEND -> "A spend";
            case POOL_CONTRIBUTION -> "Money was put into a pool";
            case TRANSFER_OUT -> "Money was moved out";
            case RECOVERY -> "Money went back to the authority";
            case CONTRIBUTION_REFUND -> "The person’s part of a surplus went back to them";
        };
    }
}
