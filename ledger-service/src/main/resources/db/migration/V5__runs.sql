-- Mass runs: one command a budget, for a whole authority. These tables say what was asked, what was seen beforehand and how
-- far it got; what became of a budget is in its stream.
CREATE TABLE run (
    run_id           uuid        PRIMARY KEY,
    number           bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind             text        NOT NULL,
    authority        text        NOT NULL,
    command_id       text        NOT NULL,
    digest           text        NOT NULL,
    terms            json        NOT NULL,
    asked_by         text        NOT NULL,
    asked_in_role    text        NOT NULL,
    asked_at         timestamptz NOT NULL,
    budgets          bigint      NOT NULL,
    state            text        NOT NULL,
    carried_out_by   text,
    carried_out_role text,
    carried_out_on   date,
    -- Which node works on it, and until when that counts unless it says so again.
    lease_owner      text,
    lease_until      timestamptz,
    -- R2: one id of a caller's starts one run.
    CONSTRAINT one_run_a_command UNIQUE (authority, command_id)
);
CREATE INDEX run_of_authority ON run (authority, kind, number DESC);
CREATE INDEX run_unfinished ON run (number) WHERE state IN ('PREVIEWING', 'CARRYING_OUT');

CREATE TABLE run_item (
    run_id        uuid     NOT NULL REFERENCES run,
    -- The place in the run: of the budget in the authority, or of the row in the file; and among what became of that.
    number        bigint   NOT NULL,
    part          int      NOT NULL,
    budget_id     uuid     NOT NULL,
    -- The deployment that is paid, or the stream whose rate changes; nothing while that is not known.
    subject       text     NOT NULL,
    asked         bigint,
    state         text     NOT NULL,
    code          text,
    sentence      text,
    -- What the preview said, and what was recorded in the end: figures that add up over the run, in pence, and the rest.
    previewed     jsonb,
    preview       json,
    carried_out   jsonb,
    result        json,
    PRIMARY KEY (run_id, number, part)
);
CREATE INDEX run_item_of_budget ON run_item (run_id, budget_id);
CREATE INDEX run_item_to_do ON run_item (run_id, state, number, part);
