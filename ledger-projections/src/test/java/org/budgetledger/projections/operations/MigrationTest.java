package org.budgetledger.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was there before a migration of the read side is read again from the first event. */
class MigrationTest {
    @Test
    void budgets_are_built_again_in_tables_that_keep_the_past_and_the_rest_is_left_as_it_is() {
        try (var database = Databases.upTo("2")) {
            var jdbc = new org.springframework.jdbc.core.JdbcTemplate(database);
            jdbc.execute("CREATE TABLE TokenEntry (processorName VARCHAR(255), segment INTEGER, token BYTEA)");
            for (var projection : List.of("budgets", "pools", "audit")) {
                jdbc.update("INSERT INTO TokenEntry VALUES (?, 0, NULL)", projection);
                jdbc.update(
                        "INSERT INTO stream_head VALUES (?, ?, 1, 'hash', now(), 'northmere', 'Budget')",
                        projection,
                        UUID.randomUUID());
            }
            jdbc.update("INSERT INTO budget VALUES (?, 'northmere', 'person-1', now())", UUID.randomUUID());

            Databases.migrate(database);

            assertThat(jdbc.queryForList("SELECT processorName FROM TokenEntry ORDER BY 1", String.class))
                    .containsExactly("audit", "pools");
            assertThat(jdbc.queryForList("SELECT projection FROM stream_head ORDER BY 1", String.class))
                    .containsExactly("audit", "pools");
            assertThat(jdbc.queryForObject("SELECT count(*) FROM budget", Long.class))
                    .isZero();
            assertThat(jdbc.queryForObject("SELECT count(*) FROM authorisation_end", Long.class))
                    .isZero();
        }
    }
}
