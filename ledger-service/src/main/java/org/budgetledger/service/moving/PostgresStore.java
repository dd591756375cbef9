package org.budgetledger.service.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.budgetledger.service.store.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The events in PostgreSQL, row by row. Elsewhere history is read through Axon, so that both stores answer alike; a move must
 * not, for Axon would write anew what it has read.
 */
final class PostgresStore implements Store {
    /** Rows that are held in memory at a time while reading. */
    private static final int FETCH_ROWS = 1_000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PostgresStore(DataSource dataSource, TransactionTemplate transaction) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = transaction;
    }

    @Override
    public Place place() {
        return Place.POSTGRESQL;
    }

    @Override
    public Reading read() {
        try {
            return new Rows(dataSource.getConnection());
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void append(List<StoredEvent> events) {
        var rows = events.stream().map(PostgresStore::row).toList();
        try {
            transaction.executeWithoutResult(_ -> jdbc.batchUpdate("""
                    INSERT INTO DomainEventEntry
                        (aggregateIdentifier, sequenceNumber, type, eventIdentifier, timeStamp, payloadType,
                         payloadRevision, payload, metaData)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows));
        } catch (DuplicateKeyException e) {
            throw new MoveStopped(
                    "Something else writes to PostgreSQL: "
                            + e.getMostSpecificCause().getMessage(),
                    e);
        }
    }

    private static @Nullable Object[] row(StoredEvent event) {
        return new @Nullable Object[] {
            event.stream(),
            event.sequenceNumber(),
            event.kind(),
            event.identifier(),
            DateTimeUtils.formatInstant(event.recordedAt()),
            event.type(),
            event.revision().isEmpty() ? null : event.revision(),
            event.payload().toByteArray(),
            metadata(event)
        };
    }

    private static byte[] metadata(StoredEvent event) {
        try {
            return LedgerJson.MAPPER.writeValueAsBytes(MetaData.from(event.metadata()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException translated(SQLException e) {
        var known = new SQLExceptionSubclassTranslator().translate("reading events", null, e);
        return known == null ? new IllegalStateException(e) : known;
    }

    private static final class Rows implements Reading {
        private final Connection connection;
        private final PreparedStatement statement;
        private final ResultSet rows;

        private Rows(Connection connection) throws SQLException {
            this.connection = connection;
            try {
                // Only within a transaction are rows fetched by and by, and only so do all of them tell of one moment.
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try (var settings = connection.createStatement()) {
                    // The other store may be slow, and a large ledger is long.
                    settings.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
                    settings.execute("SET LOCAL statement_timeout = 0");
                }
                statement = connection.prepareStatement("""
                        SELECT aggregateIdentifier, sequenceNumber, type, eventIdentifier, timeStamp, payloadType,
                               payloadRevision, payload, metaData
                        FROM DomainEventEntry ORDER BY globalIndex
                        """);
                statement.setFetchSize(FETCH_ROWS);
                rows = statement.executeQuery();
            } catch (SQLException e) {
                giveBack();
                throw e;
            }
        }

        @Override
        public @Nullable StoredEvent next() {
            try {
                return rows.next() ? event() : null;
            } catch (SQLException e) {
                throw translated(e);
            }
        }

        private StoredEvent event() throws SQLException {
            return new StoredEvent(
                    rows.getString(1),
                    rows.getLong(2),
                    orEmpty(rows.getString(3)),
                    rows.getString(4),
                    DateTimeUtils.parseInstant(rows.getString(5)),
                    rows.getString(6),
                    orEmpty(rows.getString(7)),
                    ByteString.copyFrom(rows.getBytes(8)),
                    metadata(rows.getBytes(9)));
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        private Map<String, String> metadata(byte @Nullable [] json) throws SQLException {
            if (json == null) {
                return Map.of();
            }
            var metadata = new HashMap<String, String>();
            try {
                for (var property : LedgerJson.MAPPER.readTree(json).properties()) {
                    if (!property.getValue().isTextual()) {
                        throw new IOException(property.getKey() + " is not a text");
                    }
                    metadata.put(property.getKey(), property.getValue().textValue());
                }
            } catch (IOException e) {
                throw new MoveStopped(
                        "The metadata of version %d of %s cannot be read: %s. Nothing was moved."
                                .formatted(rows.getLong(2) + 1, rows.getString(1), e.getMessage()),
                        e);
            }
            return metadata;
        }

        @Override
        public void close() {
            JdbcUtils.closeResultSet(rows);
            JdbcUtils.closeStatement(statement);
            giveBack();
        }

        /** As it was: it goes back to a pool. */
        private void giveBack() {
            try {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw translated(e);
            } finally {
                JdbcUtils.closeConnection(connection);
            }
        }
    }
}
