package org.budgetledger.service.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ledger's database holds, read past the ledger. */
final class Store {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A connection to the database, which is the caller's. */
    @FunctionalInterface
    interface Source {
        java.sql.Connection connect() throws SQLException;
    }

    private final Source source;

    Store(Source source) {
        this.source = source;
    }

    /** Every event of every stream, in the order of their versions. */
    List<StoredEvent> events() {
        try (var connection = source.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            var events = new ArrayList<StoredEvent>();
            try (var rows = statement.executeQuery("SELECT aggregateIdentifier, sequenceNumber, payloadType, metaData,"
                    + " payload FROM DomainEventEntry ORDER BY aggregateIdentifier, sequenceNumber")) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who owns each segment of each projection, such as {@code budgets/0}; an empty name where nobody does. */
    Map<String, String> owners() {
        try (var connection = source.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT processorName, segment, coalesce(owner, '') FROM TokenEntry"
                        + " WHERE processorName IN ('budgets', 'pools', 'audit')")) {
            var owners = new TreeMap<String, String>();
            while (rows.next()) {
                owners.put(rows.getString(1) + "/" + rows.getInt(2), rows.getString(3));
            }
            return owners;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        try {
            var metadata = JSON.readTree(row.getBytes("metaData"));
            var type = row.getString("payloadType");
            return new StoredEvent(
                    row.getString("aggregateIdentifier"),
                    row.getLong("sequenceNumber") + 1,
                    type.substring(type.lastIndexOf('.') + 1),
                    metadata.path("commandId").asText(),
                    metadata.path("hash").asText(),
                    JSON.readTree(row.getBytes("payload")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
