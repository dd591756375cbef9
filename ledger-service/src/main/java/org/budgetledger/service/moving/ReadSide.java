package org.budgetledger.service.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.budgetledger.api.period.PeriodClosed;
import org.budgetledger.projections.period.PackStore;
import org.budgetledger.service.store.LedgerJson;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What stays in PostgreSQL wherever the events are. Runs, the packs of closed periods and the views name streams and versions
 * only, so they need nothing; tokens and parked events name positions in the old store.
 */
final class ReadSide {
    /** Not a position: names the token store itself. */
    private static final String NO_PROJECTION = "__config";

    private final JdbcTemplate jdbc;
    private final PackStore packs;

    ReadSide(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.packs = new PackStore(jdbc, LedgerJson.MAPPER);
    }

    /** How far the audit trail has followed each stream. */
    Map<String, Survey.Seen> seen() {
        var seen = new HashMap<String, Survey.Seen>();
        jdbc.query("SELECT stream_id, version, hash FROM stream_head WHERE projection = 'audit'", row -> {
            seen.put(row.getString("stream_id"), new Survey.Seen(row.getLong("version"), row.getString("hash")));
        });
        return seen;
    }

    /**
     * The packs of closed periods are kept here and nowhere else: a database without them is not the one that this ledger has
     * been using.
     */
    void requirePack(StoredEvent event) {
        if (!event.type().equals(PeriodClosed.class.getName())) {
            return;
        }
        var closed = closed(event);
        if (!packs.isWhole(closed.authority(), closed.packSha256())) {
            throw new MoveStopped("""
                    The database has no whole pack of the period from %s that %s closed (%s), so it is not the one that this \
                    ledger has been using. Events move to or from that one, or a copy of it; nothing was moved.""".formatted(closed.firstDay(), closed.authority(), event.inWords()));
        }
    }

    private static PeriodClosed closed(StoredEvent event) {
        try {
            return LedgerJson.MAPPER.readValue(event.payload().toByteArray(), PeriodClosed.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has the projections read the new store from its first event: what they have of a stream already they leave aside. What was
     * parked is met again on the way, and parked again if it still cannot be taken in.
     */
    void readFromTheBeginning() {
        jdbc.update("DELETE FROM TokenEntry WHERE processorName <> ?", NO_PROJECTION);
        jdbc.update("DELETE FROM DeadLetterEntry");
    }
}
