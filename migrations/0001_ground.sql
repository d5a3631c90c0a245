-- One text for SQLite and PostgreSQL. Ids are UUIDv7 made by us, instants are UTC microseconds.
-- Every row carries its firm, and every key that crosses tables carries it too (SEC-44).

CREATE TABLE firm (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    host TEXT NOT NULL UNIQUE,
    locale TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    invitation_days BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- The next number behind each letter of an account's short id (DM-8).
CREATE TABLE account_code (
    firm_id UUID NOT NULL REFERENCES firm (id),
    letters TEXT NOT NULL,
    last_number BIGINT NOT NULL,
    PRIMARY KEY (firm_id, letters)
);

-- What others may be looking at; kept for a day so that a browser can catch up.
CREATE TABLE event (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT,
    by_name TEXT NOT NULL,
    origin TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX event_of_firm ON event (firm_id, id);
CREATE INDEX event_by_age ON event (at);

-- Who did what, when and from where (AUD-1, AUD-3). Never changed, never deleted.
CREATE TABLE audit_event (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    account_id UUID,
    subject_id UUID,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    ip TEXT NOT NULL,
    place TEXT NOT NULL,
    os TEXT NOT NULL,
    browser TEXT NOT NULL
);
CREATE INDEX audit_of_account ON audit_event (firm_id, account_id, id);
CREATE INDEX audit_of_subject ON audit_event (firm_id, subject_id, id);

-- Outgoing mail, written in the transaction of the act that causes it (REL-6, REL-7).
CREATE TABLE outbox (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    kind TEXT NOT NULL,
    priority BIGINT NOT NULL,
    to_address TEXT NOT NULL,
    subject_sealed BYTEA NOT NULL,
    body_sealed BYTEA,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    give_up_at BIGINT NOT NULL,
    lease_until BIGINT,
    fence BIGINT NOT NULL,
    setting_id UUID,
    last_reply TEXT,
    created_at BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, priority, next_at);
CREATE INDEX outbox_of_setting ON outbox (firm_id, setting_id, id);
CREATE INDEX outbox_of_address ON outbox (firm_id, to_address, id);

-- Limits on guessing, shared by all nodes (SEC-7). The bucket is a keyed hash: no address is stored.
CREATE TABLE limit_counter (
    bucket BYTEA NOT NULL,
    window_start BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    PRIMARY KEY (bucket, window_start)
);
CREATE INDEX limit_by_age ON limit_counter (window_start);
