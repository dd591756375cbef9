-- Sweeps over the hash chains of all streams, one after another. Like everything beside the events they can be lost: the next
-- sweep begins with the first stream.
CREATE TABLE chain_sweep (
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- An operator asked for it and waits, so it goes as fast as one thread goes.
    asked_for    boolean     NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT now(),
    completed_at timestamptz,
    -- The last stream that is done with; streams are taken in the order of their ids.
    after_stream uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    -- What keeps the pace, whichever node goes on.
    not_before   timestamptz NOT NULL DEFAULT now(),
    streams      bigint      NOT NULL DEFAULT 0,
    events       bigint      NOT NULL DEFAULT 0
);
-- One goes on at a time; a node works on it while it holds this row's lock, which its death lets go of.
CREATE UNIQUE INDEX one_sweep_at_a_time ON chain_sweep ((true)) WHERE completed_at IS NULL;

-- The streams whose chain did not hold when it was last looked at.
CREATE TABLE broken_chain (
    stream_id         uuid        PRIMARY KEY,
    kind              text        NOT NULL,
    first_bad_version bigint      NOT NULL,
    finding           text        NOT NULL,
    found_at          timestamptz NOT NULL DEFAULT now()
);

-- Whose review no longer falls due: closed, or died.
CREATE INDEX budget_ended ON budget_fact (budget_id) WHERE type IN ('BudgetClosed', 'DeathRecorded');
