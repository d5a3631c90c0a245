-- Wrong passwords in a row at an address, known or not (SEC-7): how many, and when the last one was. The bucket is a keyed
-- hash, so the table names nobody. Tries from browsers that the owner signed in with before have a row of their own (SEC-8).
CREATE TABLE password_streak (
    firm_id UUID NOT NULL REFERENCES firm (id),
    bucket BYTEA NOT NULL,
    tries BIGINT NOT NULL,
    fails BIGINT NOT NULL DEFAULT 0,
    failed_at BIGINT,
    last_at BIGINT NOT NULL,
    told_at BIGINT,
    PRIMARY KEY (firm_id, bucket)
);
CREATE INDEX password_streak_by_age ON password_streak (last_at);

-- What the worker has to mail, if it knows the address: 'reset', or that the password was 'disabled' (SEC-11).
ALTER TABLE reset_request ADD COLUMN kind TEXT NOT NULL DEFAULT 'reset';
