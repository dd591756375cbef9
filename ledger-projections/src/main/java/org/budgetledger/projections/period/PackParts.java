package org.budgetledger.projections.period;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stored pack's bytes, one part in memory at a time. */
final class PackParts extends InputStream {
    private final JdbcTemplate jdbc;
    private final UUID packId;
    private byte @Nullable [] content;
    private int part;
    private int taken;

    PackParts(JdbcTemplate jdbc, UUID packId) {
        this.jdbc = jdbc;
        this.packId = packId;
        this.content = load();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        while (content != null && taken == content.length) {
            part++;
            taken = 0;
            content = load();
        }
        if (content == null) {
            return -1;
        }
        var count = Math.min(length, content.length - taken);
        System.arraycopy(content, taken, into, from, count);
        taken += count;
        return count;
    }

    private byte @Nullable [] load() {
        return jdbc
                .query(
                        "SELECT content FROM period_pack_part WHERE pack_id = ? AND part = ?",
                        (row, _) -> row.getBytes("content"),
                        packId,
                        part)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
