-- One identity per firm and address: staff, client or both (decisions.md, 2).
CREATE TABLE portal_user (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT,
    time_zone TEXT,
    password_hash TEXT,
    password_changed_at BIGINT,
    activated_at BIGINT,
    disabled_at BIGINT,
    last_login_at BIGINT,
    last_login_ip TEXT,
    last_login_place TEXT,
    last_login_os TEXT,
    last_login_browser TEXT,
    last_account_id UUID,
    created_at BIGINT NOT NULL,
    UNIQUE (firm_id, email_norm)
);

CREATE TABLE staff_member (
    user_id UUID NOT NULL PRIMARY KEY REFERENCES portal_user (id),
    firm_id UUID NOT NULL REFERENCES firm (id),
    role TEXT NOT NULL,
    rights TEXT NOT NULL,
    deactivated_at BIGINT
);
-- Exactly one owner a firm (ROLE-1).
CREATE UNIQUE INDEX one_owner ON staff_member (firm_id) WHERE role = 'owner';

-- A browser signed in ('full') or between password and code ('pending'). Only a hash of the token is kept.
CREATE TABLE session (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    token_hash BYTEA NOT NULL UNIQUE,
    stage TEXT NOT NULL,
    factor TEXT NOT NULL,
    next_path TEXT,
    banner_closed BOOLEAN NOT NULL,
    account_chosen BOOLEAN NOT NULL,
    code_tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    ip TEXT NOT NULL,
    place TEXT NOT NULL,
    os TEXT NOT NULL,
    browser TEXT NOT NULL
);
CREATE INDEX session_of_user ON session (firm_id, user_id, revoked_at);
CREATE INDEX session_by_age ON session (expires_at);

-- E-mailed codes of a pending sign-in: up to three alive, one shared counter (decisions.md).
CREATE TABLE sign_in_code (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    session_id UUID NOT NULL REFERENCES session (id),
    code_hmac BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    voided_at BIGINT
);
CREATE INDEX code_of_session ON sign_in_code (session_id);

-- One mailed invitation. The address stays even when the contact's changes, so that the old link can be refused.
CREATE TABLE invitation (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL,
    name TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    message TEXT NOT NULL,
    locale TEXT NOT NULL,
    invited_by UUID,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    opened_at BIGINT,
    accepted_at BIGINT,
    superseded_at BIGINT,
    revoked_at BIGINT,
    -- Its link travels at the top of another mail (INV-9), so it neither supersedes nor is counted as a mail.
    banner BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX invitation_of_address ON invitation (firm_id, email_norm, id);
-- At most one mailed invitation of an address is open, also when two people press Send at once (INV-6).
CREATE UNIQUE INDEX one_open_invitation ON invitation (firm_id, email_norm)
    WHERE accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL AND NOT banner;

CREATE TABLE password_reset (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    token_hash BYTEA NOT NULL UNIQUE,
    sent_by UUID,
    account_code TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    superseded_at BIGINT
);
CREATE INDEX reset_of_user ON password_reset (firm_id, user_id, id);

-- "I forgot my password", asked by anybody for any address; the worker looks the address up (SEC-10).
CREATE TABLE reset_request (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    email_norm TEXT NOT NULL,
    locale TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    lease_until BIGINT,
    done_at BIGINT
);
CREATE INDEX reset_request_due ON reset_request (done_at, created_at);

-- The one-time link that makes the first owner (SEC-12).
CREATE TABLE setup_link (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
