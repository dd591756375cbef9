-- A projection is made anew beside the one that is read: in tables of the same names and keys, which then take its place.
CREATE SCHEMA rebuild;

-- What a projection is made of; a rebuild touches nothing else. Its place in each stream is in its own part of stream_head.
CREATE TABLE projection_table (
    projection text NOT NULL,
    name       text NOT NULL,
    PRIMARY KEY (projection, name)
);
INSERT INTO projection_table (projection, name) VALUES
    ('budgets', 'stream_head_budgets'), ('budgets', 'budget'), ('budgets', 'budget_fact'), ('budgets', 'account'),
    ('budgets', 'entry'), ('budgets', 'earmark'), ('budgets', 'earmark_release'), ('budgets', 'authorisation'),
    ('budgets', 'authorisation_end'),
    ('pools', 'stream_head_pools'), ('pools', 'pool'), ('pools', 'pool_member'), ('pools', 'pool_source'),
    ('pools', 'pool_share'), ('pools', 'pool_entry'), ('pools', 'pool_authorisation'),
    ('audit', 'stream_head_audit'), ('audit', 'audit_event');

-- How the latest rebuild of each projection is doing, for whichever node is asked.
CREATE TABLE projection_rebuild (
    projection  text PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    events      bigint      NOT NULL,
    finished_at timestamptz,
    failure     text
);

-- These three run as whoever owns the tables, so that the ledger itself need not own them. The names in them are looked up in
-- projection_table alone.

-- Empty tables with the columns, keys and privileges of those that are read. What an earlier rebuild left is dropped.
CREATE FUNCTION begin_rebuild(which text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made  record;
    key   record;
    granted record;
BEGIN
    FOR made IN SELECT name FROM projection_table WHERE projection = which LOOP
        EXECUTE format('DROP TABLE IF EXISTS rebuild.%I', made.name);
        EXECUTE format('CREATE TABLE rebuild.%1$I (LIKE %1$I INCLUDING ALL EXCLUDING INDEXES)', made.name);
        FOR key IN SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
            WHERE conrelid = made.name::regclass AND contype IN ('p', 'u')
        LOOP
            EXECUTE format('ALTER TABLE rebuild.%I ADD CONSTRAINT %I %s', made.name, key.conname, key.definition);
        END LOOP;
        FOR granted IN SELECT privilege_type AS name, grantee::regrole::text AS grantee
            FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = made.name::regclass AND grantee NOT IN (0, relowner)
        LOOP
            EXECUTE format('GRANT %s ON rebuild.%I TO %s', granted.name, made.name, granted.grantee);
        END LOOP;
    END LOOP;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no projection called %', which;
    END IF;
END $$;

-- What is better made once the rows are there: the other indexes, and what the planner goes by.
CREATE FUNCTION index_rebuild(which text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made record;
    wanted record;
BEGIN
    FOR made IN SELECT name FROM projection_table WHERE projection = which LOOP
        FOR wanted IN SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
            WHERE indrelid = made.name::regclass
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND conrelid = indrelid)
        LOOP
            EXECUTE regexp_replace(
                wanted.definition, ' ON (ONLY )?\S+ USING ', format(' ON rebuild.%I USING ', made.name));
        END LOOP;
        EXECUTE format('ANALYZE rebuild.%I', made.name);
    END LOOP;
END $$;

-- Puts the new tables in the place of the old ones. Whoever reads holds the heads, and is waited for.
CREATE FUNCTION finish_rebuild(which text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    made record;
    head text := 'stream_head_' || which;
BEGIN
    IF EXISTS (SELECT FROM projection_table JOIN pg_trigger ON tgrelid = name::regclass
        WHERE projection = which AND tgname = 'append_only')
    THEN
        RAISE EXCEPTION 'what is only ever added to is no projection';
    END IF;
    LOCK TABLE stream_head IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('ALTER TABLE stream_head DETACH PARTITION %I', head);
    FOR made IN SELECT name FROM projection_table WHERE projection = which LOOP
        EXECUTE format('DROP TABLE %I', made.name);
        EXECUTE format('ALTER TABLE rebuild.%I SET SCHEMA %I', made.name, current_schema());
    END LOOP;
    EXECUTE format('ALTER TABLE stream_head ATTACH PARTITION %I FOR VALUES IN (%L)', head, which);
END $$;

DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['begin_rebuild(text)', 'index_rebuild(text)', 'finish_rebuild(text)'] LOOP
        -- Named last, so that nobody's temporary tables are taken for the ledger's.
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', one, current_schema());
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
    END LOOP;
END $$;
