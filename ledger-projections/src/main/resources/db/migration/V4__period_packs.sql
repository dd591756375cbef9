-- The packs that pay periods were closed with. No read model: a pack is made once, from what was known at its closing, and
-- kept for ever. One whose closing came to nothing stays as well, and no event names it.
CREATE TABLE period_pack (
    pack_id    uuid PRIMARY KEY,
    authority  text   NOT NULL,
    command_id text   NOT NULL,
    first_day  date   NOT NULL,
    last_day   date   NOT NULL,
    sha256     text   NOT NULL,
    bytes      bigint NOT NULL,
    follows    text,
    totals     json   NOT NULL
);
CREATE INDEX period_pack_sha256 ON period_pack (authority, first_day, sha256);
CREATE INDEX period_pack_command ON period_pack (authority, command_id);

-- Its bytes, in parts that fit into memory.
CREATE TABLE period_pack_part (
    pack_id uuid  NOT NULL,
    part    int   NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (pack_id, part)
);

-- How far each stream had come when the pack was made: whatever is later is late for the period.
CREATE TABLE period_pack_budget (
    pack_id   uuid   NOT NULL,
    budget_id uuid   NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (pack_id, budget_id)
);
CREATE TABLE period_pack_pool (
    pack_id uuid   NOT NULL,
    pool_id uuid   NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (pack_id, pool_id)
);

-- What had come due by the last day on accounts that hold no money, in pence: the next pack opens with it.
CREATE TABLE period_pack_entitlement (
    pack_id    uuid   NOT NULL,
    budget_id  uuid   NOT NULL,
    deployment text   NOT NULL,
    stream     text   NOT NULL,
    entitled   bigint NOT NULL,
    PRIMARY KEY (pack_id, budget_id, deployment, stream)
);

CREATE FUNCTION refuse_pack_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the pack of a period is never changed or deleted';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_pack
    FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON period_pack
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_pack_part
    FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON period_pack_part
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_pack_budget
    FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON period_pack_budget
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_pack_pool
    FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON period_pack_pool
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON period_pack_entitlement
    FOR EACH ROW EXECUTE FUNCTION refuse_pack_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON period_pack_entitlement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_pack_change();

-- How far the pack that is being made has got. Whether one is being made at all is told by the advisory lock of its maker.
CREATE TABLE period_closing (
    authority    text PRIMARY KEY,
    first_day    date   NOT NULL,
    budgets_done bigint NOT NULL,
    budgets      bigint NOT NULL
);

-- Whether budgets and pools tell of the same moment is seen by the money that passed between them.
CREATE INDEX entry_pooling ON entry (budget_id) INCLUDE (amount) WHERE kind IN ('POOL_CONTRIBUTION', 'POOL_RETURN');
