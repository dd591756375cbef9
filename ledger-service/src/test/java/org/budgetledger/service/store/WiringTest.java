package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be wired as it is, because Axon would otherwise choose something weaker without a word. */
class WiringTest {
    private final RunningLedger ledger = RunningLedger.shared();

    @Test
    void axon_works_in_springs_transactions() {
        assertThat(ledger.bean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void the_embedded_database_is_durable() {
        var jdbc = ledger.bean(JdbcClient.class);
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("SHOW " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
        assertThat(jdbc.sql("SHOW listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void a_duplicate_key_is_known_as_a_conflict() {
        assertThat(ledger.bean(PersistenceExceptionResolver.class)
                        .isDuplicateKeyViolation(new SQLException("duplicate", "23505")))
                .isTrue();
    }

    @Test
    void nobody_waits_for_the_database_for_ever() {
        var pool = ledger.bean(HikariDataSource.class);
        assertThat(pool.getConnectionTimeout()).isEqualTo(5_000);
        assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "30");
        var jdbc = ledger.bean(JdbcClient.class);
        assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single())
                .isEqualTo("25s");
        assertThat(jdbc.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("5s");
        assertThat(jdbc.sql("SHOW idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("1min");
    }
}
