-- A browser in which its owner is not asked for a mailed code until then, however often it is used (SEC-27). Only a hash
-- of the token in its cookie is kept.
CREATE TABLE trusted_device (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    token_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    place TEXT NOT NULL,
    os TEXT NOT NULL,
    browser TEXT NOT NULL
);
CREATE INDEX trusted_device_of_user ON trusted_device (user_id, id);
CREATE INDEX trusted_device_by_age ON trusted_device (expires_at);
