-- Durable domain events: what happened, for the readers that follow its kind, in the order of the commits. Of kinds that nobody
-- follows there are no rows. SQLite has one writer, so that numbers are given in that order; none is given twice.
CREATE TABLE domain_event (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- No reference, as on PostgreSQL.
    firm_id UUID NOT NULL,
    at BIGINT NOT NULL,
    -- As in the audit trail, whose row of the same transaction says the rest.
    kind TEXT NOT NULL,
    account_id UUID,
    subject_id UUID,
    subject TEXT NOT NULL,
    actor_id UUID,
    -- The typed value, as JSON.
    facts TEXT NOT NULL
);

-- The cursor of a reader: what it has read, the last number included. It moves in the transaction of what the reader writes.
CREATE TABLE domain_event_reader (
    name TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL
);
