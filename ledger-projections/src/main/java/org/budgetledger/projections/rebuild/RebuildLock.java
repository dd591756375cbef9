package org.budgetledger.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.budgetledger.projections.stream.Projection;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever rebuilds a projection holds it; the database lets go of it when the node goes away. */
final class RebuildLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildLock.class);

    /** Apart from other locks of the ledger, and the same number on every node. */
    private static final int FAMILY = "rebuild".hashCode();

    private static final String HOLDERS = """
            SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND classid = ?::bigint::oid AND objid = ?::bigint::oid
            """;

    private final Connection connection;
    private final Projection projection;
    private final int process;

    private RebuildLock(Connection connection, Projection projection) throws SQLException {
        this.connection = connection;
        this.projection = projection;
        this.process = connection.unwrap(PGConnection.class).getBackendPID();
    }

    /** Takes the lock; none while another holds it. */
    static Optional<RebuildLock> take(DataSource dataSource, Projection projection) throws SQLException {
        var connection = dataSource.getConnection();
        try {
            var lock = new RebuildLock(connection, projection);
            if (lock.call("pg_try_advisory_lock")) {
                return Optional.of(lock);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    static boolean held(JdbcTemplate jdbc, Projection projection) {
        return !holders(jdbc, projection).isEmpty();
    }

    /**
     * Whoever has written, and has not committed yet, asks here: while this one is held nobody else has begun.
     *
     * @throws IllegalStateException when its connection is gone, and another may be rebuilding the same tables
     */
    void require(JdbcTemplate jdbc) {
        if (!holders(jdbc, projection).contains(process)) {
            throw new IllegalStateException("the connection that held the lock of this rebuild is gone");
        }
    }

    private static List<Integer> holders(JdbcTemplate jdbc, Projection projection) {
        return jdbc.queryForList(
                HOLDERS,
                Integer.class,
                Integer.toUnsignedLong(FAMILY),
                Integer.toUnsignedLong(projection.group().hashCode()));
    }

    @Override
    public void close() {
        try (connection) {
            call("pg_advisory_unlock");
        } catch (SQLException e) {
            LOG.warn("the rebuild of {} lost the connection that held its lock", projection.group(), e);
        }
    }

    private boolean call(String function) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + function + "(?, ?)")) {
            statement.setInt(1, FAMILY);
            statement.setInt(2, projection.group().hashCode());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
