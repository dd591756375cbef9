-- The read side. Everything here can be thrown away and rebuilt from the events.

-- Where each projection stands in each stream, written in the same transaction as the rows it made. One partition a
-- projection, so that a rebuild empties a head together with the rows it speaks for: whoever has read a head holds the
-- lock that keeps both.
CREATE TABLE stream_head (
    projection  text        NOT NULL,
    stream_id   uuid        NOT NULL,
    version     bigint      NOT NULL,
    hash        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    authority   text        NOT NULL,
    kind        text        NOT NULL,
    PRIMARY KEY (projection, stream_id)
) PARTITION BY LIST (projection);
CREATE TABLE stream_head_budgets PARTITION OF stream_head FOR VALUES IN ('budgets');
CREATE TABLE stream_head_pools PARTITION OF stream_head FOR VALUES IN ('pools');
CREATE TABLE stream_head_audit PARTITION OF stream_head FOR VALUES IN ('audit');

-- One line a budget, for lists.
CREATE TABLE budget (
    budget_id           uuid PRIMARY KEY,
    authority           text NOT NULL,
    person_ref          text NOT NULL,
    opened_on           date NOT NULL,
    first_review_due_on date,
    next_review_due_on  date,
    review_due_on       date GENERATED ALWAYS AS (coalesce(next_review_due_on, first_review_due_on, DATE '9999-12-31')) STORED
);
CREATE INDEX budget_opened ON budget (authority, opened_on, budget_id);
CREATE INDEX budget_review_due ON budget (authority, review_due_on, budget_id);

-- What is known about a budget beside money, as its events said it and in their order.
CREATE TABLE budget_fact (
    budget_id   uuid        NOT NULL,
    version     bigint      NOT NULL,
    type        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    role        text        NOT NULL,
    fact        json        NOT NULL,
    PRIMARY KEY (budget_id, version)
);

-- The totals of each account, in pence.
CREATE TABLE account (
    budget_id            uuid   NOT NULL,
    deployment           text   NOT NULL,
    stream               text   NOT NULL,
    released             bigint NOT NULL,
    contributions        bigint NOT NULL,
    top_ups              bigint NOT NULL,
    interest             bigint NOT NULL,
    refunds              bigint NOT NULL,
    pool_returns         bigint NOT NULL,
    transfers_in         bigint NOT NULL,
    suspense             bigint NOT NULL,
    spends               bigint NOT NULL,
    pool_contributions   bigint NOT NULL,
    transfers_out        bigint NOT NULL,
    recovered            bigint NOT NULL,
    contribution_refunds bigint NOT NULL,
    PRIMARY KEY (budget_id, deployment, stream)
);

-- The lines behind those totals; the amount carries the sign that it has in the balance, in pence.
CREATE TABLE entry (
    budget_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    line         int         NOT NULL,
    entry_id     uuid        NOT NULL,
    kind         text        NOT NULL,
    deployment   text        NOT NULL,
    stream       text        NOT NULL,
    amount       bigint      NOT NULL,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    flags        text        NOT NULL,
    approvers    int         NOT NULL,
    reversed     boolean     NOT NULL,
    reverses     uuid,
    spend_id     uuid,
    outcome_id   uuid,
    category     text,
    description  text,
    PRIMARY KEY (budget_id, version, line)
);
CREATE INDEX entry_of_budget ON entry (budget_id, entry_id);

CREATE TABLE earmark (
    budget_id    uuid   NOT NULL,
    earmark_id   uuid   NOT NULL,
    deployment   text   NOT NULL,
    stream       text   NOT NULL,
    amount       bigint NOT NULL,
    released     bigint NOT NULL,
    purpose      text   NOT NULL,
    description  text,
    effective_on date   NOT NULL,
    PRIMARY KEY (budget_id, earmark_id)
);

-- An authorisation holds money until it is done with (used or cancelled) or the day it lapses on arrives.
CREATE TABLE authorisation (
    budget_id        uuid    NOT NULL,
    authorisation_id uuid    NOT NULL,
    deployment       text    NOT NULL,
    stream           text    NOT NULL,
    amount           bigint  NOT NULL,
    effective_on     date    NOT NULL,
    lapses_on        date,
    purpose          text,
    done             boolean NOT NULL,
    PRIMARY KEY (budget_id, authorisation_id)
);

CREATE TABLE pool (
    pool_id   uuid PRIMARY KEY,
    authority text NOT NULL,
    purpose   text NOT NULL,
    opened_on date NOT NULL,
    closed_on date
);
CREATE INDEX pool_opened ON pool (authority, opened_on, pool_id);

CREATE TABLE pool_member (
    pool_id   uuid   NOT NULL,
    budget_id uuid   NOT NULL,
    weight    bigint NOT NULL,
    joined_at bigint NOT NULL,
    joined_on date   NOT NULL,
    left_on   date,
    PRIMARY KEY (pool_id, budget_id)
);
CREATE INDEX pool_member_budget ON pool_member (budget_id);

-- What each member put in and took back, by the account it came from.
CREATE TABLE pool_source (
    pool_id    uuid   NOT NULL,
    budget_id  uuid   NOT NULL,
    deployment text   NOT NULL,
    stream     text   NOT NULL,
    put_in     bigint NOT NULL,
    returned   bigint NOT NULL,
    PRIMARY KEY (pool_id, budget_id, deployment, stream)
);

-- What each member bore and had refunded.
CREATE TABLE pool_share (
    pool_id   uuid   NOT NULL,
    budget_id uuid   NOT NULL,
    bore      bigint NOT NULL,
    refunds   bigint NOT NULL,
    PRIMARY KEY (pool_id, budget_id)
);

CREATE TABLE pool_entry (
    pool_id      uuid   NOT NULL,
    version      bigint NOT NULL,
    line         int    NOT NULL,
    entry_id     uuid,
    kind         text   NOT NULL,
    amount       bigint NOT NULL,
    budget_id    uuid,
    effective_on date   NOT NULL,
    flags        text   NOT NULL,
    spend_id     uuid,
    description  text,
    PRIMARY KEY (pool_id, version, line)
);

CREATE TABLE pool_authorisation (
    pool_id          uuid    NOT NULL,
    authorisation_id uuid    NOT NULL,
    amount           bigint  NOT NULL,
    effective_on     date    NOT NULL,
    lapses_on        date,
    purpose          text,
    done             boolean NOT NULL,
    PRIMARY KEY (pool_id, authorisation_id)
);

-- Every event of every stream with who and when; the words are made when they are read.
CREATE TABLE audit_event (
    stream_id     uuid        NOT NULL,
    version       bigint      NOT NULL,
    type          text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    actor         text        NOT NULL,
    role          text        NOT NULL,
    command_id    text        NOT NULL,
    previous_hash text        NOT NULL,
    hash          text        NOT NULL,
    event         json        NOT NULL,
    PRIMARY KEY (stream_id, version)
);
CREATE INDEX audit_event_command ON audit_event (command_id);

-- Events that a projection could not take in, with the later ones of their streams. The names are Axon's
-- (JdbcSequencedDeadLetterQueue, DeadLetterSchema.defaultSchema()).
CREATE TABLE DeadLetterEntry (
    deadLetterIdentifier varchar(255) NOT NULL PRIMARY KEY,
    processingGroup      varchar(255) NOT NULL,
    sequenceIdentifier   varchar(255) NOT NULL,
    sequenceIndex        bigint       NOT NULL,
    messageType          varchar(255) NOT NULL,
    eventIdentifier      varchar(255) NOT NULL,
    timestamp            varchar(255) NOT NULL,
    payloadType          varchar(255) NOT NULL,
    payloadRevision      varchar(255),
    payload              bytea        NOT NULL,
    metaData             bytea,
    type                 varchar(255),
    aggregateIdentifier  varchar(255),
    sequenceNumber       bigint,
    tokenType            varchar(255),
    token                bytea,
    enqueuedAt           varchar(255) NOT NULL,
    lastTouched          varchar(255),
    processingStarted    varchar(255),
    causeType            varchar(255),
    causeMessage         varchar(1023),
    diagnostics          bytea,
    UNIQUE (processingGroup, sequenceIdentifier, sequenceIndex)
);
CREATE INDEX dead_letter_group ON DeadLetterEntry (processingGroup);
