package org.budgetledger.service.bench;

import org.springframework.jdbc.core.JdbcTemplate;

/** A table of events with the store's columns, keys and triggers, and numbers of its own. */
final class TableLikeTheStores {
    private TableLikeTheStores() {}

    static void make(JdbcTemplate jdbc) {
        jdbc.execute("CREATE TABLE bench_event (LIKE DomainEventEntry INCLUDING STORAGE)");
        jdbc.execute("CREATE SEQUENCE bench_index OWNED BY bench_event.globalIndex");
        jdbc.execute("ALTER TABLE bench_event ALTER globalIndex SET DEFAULT nextval('bench_index'),"
                + " ADD PRIMARY KEY (globalIndex), ADD UNIQUE (aggregateIdentifier, sequenceNumber),"
                + " ADD UNIQUE (eventIdentifier)");
        jdbc.execute("CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON bench_event"
                + " FOR EACH ROW EXECUTE FUNCTION refuse_change()");
        jdbc.execute("CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON bench_event"
                + " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");
    }
}
