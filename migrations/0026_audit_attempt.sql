-- Failed attempts of people who are not signed in. The first ones of an hour stand in the trail one by one; the others are counted
-- here, and stand there as one row once the hour is over, so that nobody can make the trail grow without end.
CREATE TABLE audit_attempt (
    firm_id UUID NOT NULL REFERENCES firm (id),
    event TEXT NOT NULL,
    -- A keyed hash of the address that was typed; zeros for all addresses together.
    bucket BYTEA NOT NULL,
    window_start BIGINT NOT NULL,
    -- Whose address it is, if it is anybody's.
    subject_id UUID,
    subject TEXT NOT NULL,
    hits BIGINT NOT NULL,
    -- Those of them that have no row of their own in the trail.
    unlisted BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    place TEXT NOT NULL,
    os TEXT NOT NULL,
    browser TEXT NOT NULL,
    PRIMARY KEY (firm_id, event, bucket, window_start)
);
CREATE INDEX audit_attempt_of_subject ON audit_attempt (firm_id, subject_id);
CREATE INDEX audit_attempt_by_age ON audit_attempt (window_start);
