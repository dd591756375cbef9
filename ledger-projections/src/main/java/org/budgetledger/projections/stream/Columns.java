package org.budgetledger.projections.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.budgetledger.api.DeploymentId;
import org.budgetledger.api.EntryId;
import org.budgetledger.api.FreeText;
import org.budgetledger.api.FundingStream;
import org.budgetledger.api.ItemId;
import org.budgetledger.api.Money;
import org.budgetledger.api.budget.AccountKey;
import org.budgetledger.api.budget.spending.SpendFlag;
import org.jspecify.annotations.Nullable;

/** How the ledger's values stand in columns. */
public final class Columns {
    private Columns() {}

    public static String[] uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofPence(row.getLong(column));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The account that a row belongs to. */
    public static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(
                new DeploymentId(row.getString("deployment")), FundingStream.valueOf(row.getString("stream")));
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable EntryId entryOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new EntryId(id);
    }

    public static @Nullable ItemId itemOrNull(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new ItemId(id);
    }

    public static @Nullable FreeText textOrNull(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : new FreeText(text);
    }

    public static @Nullable String text(@Nullable FreeText text) {
        return text == null ? null : text.value();
    }

    public static @Nullable UUID uuid(@Nullable EntryId id) {
        return id == null ? null : id.value();
    }

    public static @Nullable UUID uuid(@Nullable ItemId id) {
        return id == null ? null : id.value();
    }

    /** Flags in one column, in their order. */
    public static String flags(List<SpendFlag> flags) {
        return flags.stream().map(SpendFlag::name).collect(Collectors.joining(","));
    }

    public static List<SpendFlag> flags(ResultSet row, String column) throws SQLException {
        return names(row, column).stream().map(SpendFlag::valueOf).toList();
    }

    /** Names in one column, with commas between them. */
    public static List<String> names(ResultSet row, String column) throws SQLException {
        var names = row.getString(column);
        return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }
}
