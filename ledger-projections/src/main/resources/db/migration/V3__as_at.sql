-- What is set aside can be read as it was known at any time about any day: what became of it is added, never changed.
DROP TABLE earmark;
CREATE TABLE earmark (
    budget_id    uuid   NOT NULL,
    earmark_id   uuid   NOT NULL,
    version      bigint NOT NULL,
    deployment   text   NOT NULL,
    stream       text   NOT NULL,
    amount       bigint NOT NULL,
    purpose      text   NOT NULL,
    description  text,
    effective_on date   NOT NULL,
    PRIMARY KEY (budget_id, earmark_id)
);
CREATE TABLE earmark_release (
    budget_id    uuid   NOT NULL,
    version      bigint NOT NULL,
    earmark_id   uuid   NOT NULL,
    amount       bigint NOT NULL,
    effective_on date   NOT NULL,
    PRIMARY KEY (budget_id, earmark_id, version)
);

-- An authorisation holds money until it is used or cancelled, or the day it lapses on arrives.
DROP TABLE authorisation;
CREATE TABLE authorisation (
    budget_id        uuid   NOT NULL,
    authorisation_id uuid   NOT NULL,
    version          bigint NOT NULL,
    deployment       text   NOT NULL,
    stream           text   NOT NULL,
    amount           bigint NOT NULL,
    effective_on     date   NOT NULL,
    lapses_on        date,
    purpose          text,
    PRIMARY KEY (budget_id, authorisation_id)
);
CREATE TABLE authorisation_end (
    budget_id        uuid   NOT NULL,
    version          bigint NOT NULL,
    authorisation_id uuid   NOT NULL,
    effective_on     date   NOT NULL,
    PRIMARY KEY (budget_id, authorisation_id, version)
);

-- The projection starts again from the first event, so that what was there before is right in the new tables too.
TRUNCATE stream_head_budgets, budget, budget_fact, account, entry;
DELETE FROM DeadLetterEntry WHERE processingGroup = 'budgets';
DO $$
BEGIN
    -- Where the read side has a database of its own, its tokens come with the first start.
    IF to_regclass('tokenentry') IS NOT NULL THEN
        DELETE FROM tokenentry WHERE processorname = 'budgets';
    END IF;
END $$;
