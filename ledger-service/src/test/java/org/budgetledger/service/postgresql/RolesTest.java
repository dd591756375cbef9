package org.budgetledger.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.budgetledger.service.Together;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the role that the service logs in as can do with the database, and what it cannot. */
class RolesTest {
    private static final String DATABASE = "roles";

    /** SQLSTATE of what a role has no right to. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String AN_EVENT = """
            INSERT INTO DomainEventEntry
                (aggregateIdentifier, sequenceNumber, type, eventIdentifier, payload, payloadType)
            VALUES ('s', %d, 'Budget', 'e%1$d', '', 'x')""";

    @TempDir
    private static Path home;

    private static ServerOfTwoRoles server;

    @BeforeAll
    static void a_database_of_two_roles() throws IOException {
        server = new ServerOfTwoRoles(home);
        server.create(DATABASE);
        server.runRolesScript(DATABASE);
        server.migrate(ServerOfTwoRoles.OWNER, DATABASE);
        server.as(ServerOfTwoRoles.OWNER, DATABASE).execute(AN_EVENT.formatted(0));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE DomainEventEntry SET type = 'x'",
                "DELETE FROM DomainEventEntry",
                "TRUNCATE DomainEventEntry",
                "DO 'BEGIN LOCK TABLE DomainEventEntry IN ACCESS EXCLUSIVE MODE; END'",
                "SELECT setval('domainevententry_globalindex_seq', 1)",
                "UPDATE period_pack_part SET content = ''",
                "DELETE FROM period_pack",
                "TRUNCATE period_pack_budget",
                // The guard itself.
                "SET session_replication_role = replica",
                "CREATE TRIGGER mine BEFORE INSERT ON DomainEventEntry FOR EACH ROW EXECUTE FUNCTION refuse_change()",
                // Becoming somebody else.
                "SET ROLE ledger_owner",
                "SET ROLE postgres",
                "ALTER ROLE ledger_app CREATEDB",
                "GRANT ledger_owner TO ledger_app",
                // Things of its own, which might stand before the ledger's.
                "CREATE TABLE public.mine (x int)",
                "CREATE TEMPORARY TABLE DomainEventEntry (x int)",
                "CREATE SCHEMA ledger_app",
                "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql RETURN 1",
                "CREATE DATABASE mine",
                // Other people's business.
                "SELECT * FROM flyway_schema_history",
                "COPY DomainEventEntry TO PROGRAM 'true'",
                "SELECT pg_read_file('postgresql.conf')",
            })
    void the_service_has_no_right_to(String statement) {
        assertThat(refusal(ServerOfTwoRoles.APP, DATABASE, statement)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE DomainEventEntry DISABLE TRIGGER ALL",
                "ALTER TABLE DomainEventEntry DISABLE TRIGGER append_only",
                "DROP TRIGGER append_only ON DomainEventEntry",
                "DROP TABLE DomainEventEntry CASCADE",
                "ALTER TABLE DomainEventEntry ADD COLUMN mine int",
                "CREATE RULE mine AS ON INSERT TO DomainEventEntry DO INSTEAD NOTHING",
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
                "DROP FUNCTION refuse_change() CASCADE",
                "DROP SCHEMA public CASCADE",
            })
    void the_service_is_not_the_owner_and_so_cannot(String statement) {
        assertThat(refusal(ServerOfTwoRoles.APP, DATABASE, statement)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE DomainEventEntry SET type = 'x'",
                "DELETE FROM DomainEventEntry",
                "TRUNCATE DomainEventEntry",
            })
    void the_trigger_refuses_it_to_the_owner_and_to_a_superuser(String statement) {
        for (var role : List.of(ServerOfTwoRoles.OWNER, "postgres")) {
            assertThatThrownBy(() -> server.as(role, DATABASE).execute(statement))
                    .as(role)
                    .hasMessageContaining("events are never changed or deleted");
        }
    }

    @Test
    void the_service_cannot_give_itself_a_right() {
        // It is a warning to PostgreSQL, not an error, that this gives nothing.
        server.as(ServerOfTwoRoles.APP, DATABASE).execute("GRANT UPDATE ON DomainEventEntry TO ledger_app");

        assertThat(refusal(ServerOfTwoRoles.APP, DATABASE, "UPDATE DomainEventEntry SET type = 'x'"))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void the_service_adds_events_and_reads_them() {
        var app = server.as(ServerOfTwoRoles.APP, DATABASE);

        app.execute(AN_EVENT.formatted(1));

        assertThat(app.queryForObject("SELECT count(*) FROM DomainEventEntry WHERE sequenceNumber = 1", Long.class))
                .isEqualTo(1);
    }

    @Test
    void the_service_reaches_every_table_but_flyways() {
        assertThat(server.asSuperuser(DATABASE).queryForList("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
                            AND NOT has_table_privilege('ledger_app', oid, 'SELECT')""", String.class))
                .containsExactly("flyway_schema_history");
    }

    /** Whoever writes there chooses what a rebuild, which works with the owner's rights, drops. */
    @Test
    void the_service_does_not_choose_what_a_rebuild_replaces() {
        assertThat(server.asSuperuser(DATABASE).queryForList("""
                        SELECT privilege FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege
                        WHERE to_regclass('projection_table') IS NOT NULL
                            AND has_table_privilege('ledger_app', to_regclass('projection_table'), privilege)
                        """, String.class)).isEmpty();
    }

    /** Otherwise whoever calls one chooses which tables it means. */
    @Test
    void what_works_with_the_owners_rights_says_where_it_looks_for_names() {
        assertThat(server.asSuperuser(DATABASE).queryForList("""
                        SELECT proname FROM pg_proc
                        WHERE pronamespace IN (to_regnamespace('public'), to_regnamespace('rebuild')) AND prosecdef
                            AND NOT EXISTS (SELECT FROM unnest(proconfig) setting WHERE setting LIKE 'search_path=%')
                        """, String.class)).isEmpty();
    }

    @Test
    void a_table_of_a_later_migration_is_reached_and_one_that_is_only_added_to_is_not_changed() throws IOException {
        var database = "later";
        server.create(database);
        server.runRolesScript(database);
        server.migrate(ServerOfTwoRoles.OWNER, database);
        var later = Files.createDirectories(home.resolve("later"));
        Files.writeString(later.resolve("V9999__later.sql"), """
                CREATE TABLE later (number bigint GENERATED ALWAYS AS IDENTITY, serial bigserial, x int);
                CREATE TABLE later_fact (x int);
                CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON later_fact
                    FOR EACH ROW EXECUTE FUNCTION refuse_change();
                """);

        server.migrate(ServerOfTwoRoles.OWNER, database, "filesystem:" + later);

        var app = server.as(ServerOfTwoRoles.APP, database);
        app.execute("INSERT INTO later (x) VALUES (1), (2)");
        assertThat(app.update("UPDATE later SET x = x + 1")).isEqualTo(2);
        assertThat(app.update("DELETE FROM later")).isEqualTo(2);
        app.execute("INSERT INTO later_fact VALUES (1)");
        assertThat(app.queryForObject("SELECT x FROM later_fact", Integer.class))
                .isEqualTo(1);
        assertThat(refusal(ServerOfTwoRoles.APP, database, "UPDATE later_fact SET x = 2"))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void tables_that_are_made_for_a_rebuild_while_the_service_runs_are_reached() throws IOException {
        var database = "rebuilding";
        server.create(database);
        server.runRolesScript(database);
        var later = Files.createDirectories(home.resolve("rebuilding"));
        Files.writeString(later.resolve("V9999__rebuilding.sql"), """
                CREATE SCHEMA IF NOT EXISTS rebuild;
                CREATE FUNCTION rebuild.make() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = rebuild
                AS 'CREATE TABLE made (x int)';
                """);
        server.migrate(ServerOfTwoRoles.OWNER, database, "filesystem:" + later);

        var app = server.as(ServerOfTwoRoles.APP, database);
        app.execute("SELECT rebuild.make()");

        app.execute("INSERT INTO rebuild.made VALUES (1)");
        assertThat(app.update("UPDATE rebuild.made SET x = 2")).isEqualTo(1);
        assertThat(refusal(ServerOfTwoRoles.APP, database, "CREATE TABLE rebuild.mine (x int)"))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void nodes_that_start_side_by_side_on_a_new_database_do_not_disturb_each_other() {
        var database = "together";
        server.create(database);
        server.runRolesScript(database);

        Together.run(3, _ -> {
            server.migrate(ServerOfTwoRoles.OWNER, database);
            return true;
        });

        assertThat(server.as(ServerOfTwoRoles.APP, database).queryForObject("SELECT count(*) FROM budget", Long.class))
                .isEqualTo(0);
    }

    @Test
    void a_ledger_that_one_role_owned_is_taken_over() {
        var database = "taken_over";
        server.create(database);
        server.migrate("postgres", database);
        server.asSuperuser(database).execute(AN_EVENT.formatted(0));

        server.runRolesScript(database);
        server.runRolesScript(database);
        server.migrate(ServerOfTwoRoles.OWNER, database);

        var app = server.as(ServerOfTwoRoles.APP, database);
        app.execute(AN_EVENT.formatted(1));
        assertThat(refusal(ServerOfTwoRoles.APP, database, "DELETE FROM DomainEventEntry"))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
        server.as(ServerOfTwoRoles.OWNER, database).execute("ALTER TABLE entry ADD COLUMN later int");
        assertThat(server.asSuperuser(database).queryForList("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relowner <> 'ledger_owner'::regrole
                        UNION ALL SELECT proname FROM pg_proc
                        WHERE pronamespace = 'public'::regnamespace AND proowner <> 'ledger_owner'::regrole
                        """, String.class)).isEmpty();
    }

    /** The SQLSTATE that a statement is refused with. */
    private static String refusal(String role, String database, String statement) {
        try {
            server.as(role, database).execute(statement);
            return "not refused";
        } catch (DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : e.toString();
        }
    }
}
