-- Where the ledger's events were moved to, and when: a node that would go on from what was left behind does not start.
CREATE TABLE ledger_move (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    moved_to    text        NOT NULL CHECK (moved_to IN ('postgresql', 'axonserver')),
    begun_at    timestamptz NOT NULL,
    -- Nothing while it is going on, or when it was broken off: until then the events live where they did.
    finished_at timestamptz,
    events      bigint,
    streams     bigint
);
