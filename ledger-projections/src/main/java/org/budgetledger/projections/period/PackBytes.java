package org.budgetledger.projections.period;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.budgetledger.api.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes a pack's bytes as they are written and puts them into the database part by part, hashing them on the way. */
final class PackBytes extends OutputStream {
    /** What is held in memory of a pack, however large it gets. */
    static final int PART_BYTES = 1024 * 1024;

    private final JdbcTemplate jdbc;
    private final UUID packId;
    private final MessageDigest digest = PackStore.sha256();
    private final byte[] part = new byte[PART_BYTES];
    private int filled;
    private int parts;
    private long total;

    PackBytes(JdbcTemplate jdbc, UUID packId) {
        this.jdbc = jdbc;
        this.packId = packId;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (var done = 0; done < length; ) {
            var now = Math.min(length - done, PART_BYTES - filled);
            System.arraycopy(bytes, from + done, part, filled, now);
            filled += now;
            done += now;
            if (filled == PART_BYTES) {
                store();
            }
        }
    }

    /** Stores what is left over. */
    Sha256 finish() {
        if (filled > 0) {
            store();
        }
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    long total() {
        return total;
    }

    private void store() {
        digest.update(part, 0, filled);
        jdbc.update(
                "INSERT INTO period_pack_part (pack_id, part, content) VALUES (?, ?, ?)",
                packId,
                parts++,
                Arrays.copyOf(part, filled));
        total += filled;
        filled = 0;
    }
}
