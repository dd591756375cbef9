-- What each decision rests on: its policy pack and the clauses of it.
ALTER TABLE audit_event
    ADD COLUMN policy_pack text,
    ADD COLUMN clauses     text NOT NULL DEFAULT '';
