package org.budgetledger.projections.period;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.budgetledger.api.AuthorityId;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.Sha256;
import org.budgetledger.api.period.DrawnPack;
import org.budgetledger.api.period.PackTotals;
import org.budgetledger.projections.stream.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The packs that have been made, found by what they were made for or by their hash. */
public final class PackStore {
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    public PackStore(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The pack that was made last for a command. */
    public Optional<DrawnPack> madeFor(AuthorityId authority, CommandId command, @Nullable Sha256 follows) {
        return jdbc
                .query(
                        """
                        SELECT * FROM period_pack
                        WHERE authority = ? AND command_id = ? AND follows IS NOT DISTINCT FROM ? LIMIT 1
                        """,
                        (row, _) -> pack(row),
                        authority.value(),
                        command.value(),
                        follows == null ? null : follows.value())
                .stream()
                .findFirst();
    }

    /** The bytes of a pack, read as they are asked for; none where no such pack is stored. */
    public Optional<InputStream> bytes(AuthorityId authority, Sha256 sha256) {
        return find(authority, sha256).map(packId -> new PackParts(jdbc, packId));
    }

    /** Whether a pack is stored and its bytes are those that its hash was made of. */
    public boolean isWhole(AuthorityId authority, Sha256 sha256) {
        var stored = bytes(authority, sha256);
        if (stored.isEmpty()) {
            return false;
        }
        var digest = sha256();
        try (var bytes = stored.get()) {
            var buffer = new byte[64 * 1024];
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256.value());
    }

    Optional<UUID> find(AuthorityId authority, Sha256 sha256) {
        return jdbc
                .query(
                        "SELECT pack_id FROM period_pack WHERE authority = ? AND sha256 = ? ORDER BY pack_id LIMIT 1",
                        (row, _) -> Columns.uuid(row, "pack_id"),
                        authority.value(),
                        sha256.value())
                .stream()
                .findFirst();
    }

    void add(UUID packId, AuthorityId authority, CommandId command, DrawnPack pack) {
        jdbc.update(
                """
                INSERT INTO period_pack
                    (pack_id, authority, command_id, first_day, last_day, sha256, bytes, follows, totals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                """,
                packId,
                authority.value(),
                command.value(),
                pack.firstDay(),
                pack.lastDay(),
                pack.sha256().value(),
                pack.bytes(),
                pack.follows() == null ? null : pack.follows().value(),
                written(pack.totals()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private DrawnPack pack(ResultSet row) throws SQLException {
        var follows = row.getString("follows");
        return new DrawnPack(
                Columns.date(row, "first_day"),
                Columns.date(row, "last_day"),
                new Sha256(row.getString("sha256")),
                row.getLong("bytes"),
                follows == null ? null : new Sha256(follows),
                read(row.getString("totals")));
    }

    private String written(PackTotals totals) {
        try {
            return json.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackTotals read(String totals) {
        try {
            return json.readValue(totals, PackTotals.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
