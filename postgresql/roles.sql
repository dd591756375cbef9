-- The two roles of a ledger on a PostgreSQL server of one's own. A superuser runs this once, in the ledger's database:
--
--     createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ledger
--     psql --dbname=ledger --single-transaction --set=ON_ERROR_STOP=1 --file=postgresql/roles.sql
--     psql --dbname=ledger          then: \password ledger_owner   and: \password ledger_app
--
-- (passwords.sql sets both from the environment where nobody is there to type them.) The service is then given
--
--     SPRING_DATASOURCE_USERNAME=ledger_app      SPRING_DATASOURCE_PASSWORD=…
--     SPRING_FLYWAY_USER=ledger_owner            SPRING_FLYWAY_PASSWORD=…
--
-- What ledger_app may do with each table is not said here: the migrations make the tables, and what follows them
-- (db/migration/afterMigrate__grants.sql) gives the rights to them. It is all right to run this again. A ledger that one role
-- owned until now is taken over: stop it, run this, and start it with the two.

DO $$
BEGIN
    IF to_regrole('ledger_owner') IS NULL THEN
        CREATE ROLE ledger_owner;
    END IF;
    IF to_regrole('ledger_app') IS NULL THEN
        CREATE ROLE ledger_app;
    END IF;
END $$;

-- Owns the tables and changes them in migrations; nothing else logs in as it.
ALTER ROLE ledger_owner LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
-- What the service logs in as. It owns nothing, so it can neither switch a trigger off nor give itself a right.
ALTER ROLE ledger_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Nor may it become somebody who can.
DO $$
DECLARE
    granted regrole;
BEGIN
    FOR granted IN SELECT roleid FROM pg_auth_members WHERE member = 'ledger_app'::regrole LOOP
        EXECUTE format('REVOKE %s FROM ledger_app', granted);
    END LOOP;
END $$;

-- The database. Its owner stays who it was: ledger_owner has no need to drop it or to change its settings. No temporary tables for
-- the service: their names would come before the ledger's own.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, ledger_owner, ledger_app', current_database());
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO ledger_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ledger_app', current_database());
    -- Without "$user": a schema of that name could otherwise put other tables before the ledger's.
    EXECUTE format('ALTER ROLE ledger_owner IN DATABASE %I SET search_path = public', current_database());
    EXECUTE format('ALTER ROLE ledger_app IN DATABASE %I SET search_path = public', current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC, ledger_owner, ledger_app;
GRANT USAGE, CREATE ON SCHEMA public TO ledger_owner;
GRANT USAGE ON SCHEMA public TO ledger_app;

-- The service sets shorter limits on each of its connections (application.yaml). These are for whoever else logs in as it: a
-- transaction that has numbered an event and stays open keeps the projections waiting for that number.
ALTER ROLE ledger_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE ledger_app SET statement_timeout = '15min';
-- A migration that waits for a lock has every command wait behind it. It gives up, and is tried at the next start.
ALTER ROLE ledger_owner SET lock_timeout = '20s';
-- However long one takes: who runs migrations holds a transaction open meanwhile that does nothing but keep others from it.
ALTER ROLE ledger_owner SET idle_in_transaction_session_timeout = 0;

-- A ledger that one role owned until now. What belongs to an extension stays with it, and a column's sequence goes with its table.
DO $$
DECLARE
    object record;
BEGIN
    IF to_regnamespace('rebuild') IS NOT NULL THEN
        ALTER SCHEMA rebuild OWNER TO ledger_owner;
    END IF;
    FOR object IN
        SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('public', 'rebuild') AND c.relkind IN ('r', 'p', 'v', 'S')
            AND c.relowner <> 'ledger_owner'::regrole
            AND NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                    AND (d.deptype = 'e' OR (c.relkind = 'S' AND d.deptype IN ('a', 'i'))))
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO ledger_owner', object.name);
    END LOOP;
    FOR object IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('public', 'rebuild') AND p.proowner <> 'ledger_owner'::regrole
            AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER ROUTINE %s OWNER TO ledger_owner', object.name);
    END LOOP;
END $$;
