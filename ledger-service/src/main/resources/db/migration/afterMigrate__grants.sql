-- What the role ledger_app may do (postgresql/roles.sql), which the service logs in as where another role owns the tables. Flyway
-- runs this at the end of every migration, so that no table, however new, is forgotten; where all is as it should be it changes
-- nothing, and where one role does everything there is nobody to give rights to.
--
-- A table with the trigger append_only is added to and read. Flyway's own table is none of the service's business. In every other
-- table, whose rows are either made from the events or say how far some work has come, it may do what it likes with rows.
DO $$
DECLARE
    app CONSTANT oid := to_regrole('ledger_app');
    object record;
BEGIN
    IF app IS NULL OR current_user = 'ledger_app' THEN
        RETURN;
    END IF;
    -- Nodes may start side by side, and PostgreSQL refuses two changes of one table's rights at the same time.
    PERFORM pg_advisory_xact_lock(hashtext('grants of ledger_app'));

    FOR object IN
        SELECT n.nspname AS name FROM pg_namespace n
        WHERE n.nspname = 'rebuild' AND NOT has_schema_privilege(app, n.oid, 'USAGE')
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ledger_app', object.name);
    END LOOP;

    FOR object IN
        SELECT name, kind, wanted FROM (
            SELECT c.oid::regclass AS name,
                CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
                CASE
                    WHEN c.relkind = 'S' THEN 'USAGE'
                    WHEN c.relname = 'flyway_schema_history' THEN ''
                    -- Says what a rebuild, which works with the owner's rights, drops and puts in its place.
                    WHEN c.relname = 'projection_table' THEN 'SELECT'
                    WHEN EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'append_only')
                        THEN 'INSERT, SELECT'
                    ELSE 'DELETE, INSERT, SELECT, UPDATE'
                END AS wanted,
                coalesce((
                    SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
                    FROM aclexplode(c.relacl) a WHERE a.grantee = app), '') AS given
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN (current_schema(), 'rebuild') AND c.relkind IN ('r', 'p', 'v', 'S')
                AND pg_has_role(c.relowner, 'MEMBER')) rights
        WHERE wanted <> given
    LOOP
        EXECUTE format('REVOKE ALL ON %s %s FROM ledger_app', object.kind, object.name);
        IF object.wanted <> '' THEN
            EXECUTE format('GRANT %s ON %s %s TO ledger_app', object.wanted, object.kind, object.name);
        END IF;
    END LOOP;

    -- Functions that work with the owner's rights are for the service, not for everybody. Triggers' need no right.
    FOR object IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN (current_schema(), 'rebuild') AND p.prorettype <> 'trigger'::regtype
            AND pg_has_role(p.proowner, 'MEMBER')
            AND (NOT EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = app)
                OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
    LOOP
        EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', object.name);
        EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO ledger_app', object.name);
    END LOOP;

    -- Tables that are made while the service runs, where no migration comes after them.
    IF to_regnamespace('rebuild') IS NOT NULL AND NOT EXISTS (
        SELECT FROM pg_default_acl d CROSS JOIN aclexplode(d.defaclacl) a
        WHERE d.defaclrole = current_user::regrole AND d.defaclnamespace = to_regnamespace('rebuild')
            AND d.defaclobjtype = 'r' AND a.grantee = app)
    THEN
        ALTER DEFAULT PRIVILEGES IN SCHEMA rebuild
            GRANT DELETE, INSERT, SELECT, UPDATE ON TABLES TO ledger_app;
    END IF;
END $$;
