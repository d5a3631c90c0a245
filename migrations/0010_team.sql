-- A mailed invitation to work for the firm. Role and rights come with it, and an address has one that is open.
CREATE TABLE staff_invitation (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    rights TEXT NOT NULL,
    locale TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    invited_by UUID NOT NULL REFERENCES portal_user (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    superseded_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX staff_invitation_of_address ON staff_invitation (firm_id, email_norm, id);
CREATE UNIQUE INDEX one_open_staff_invitation ON staff_invitation (firm_id, email_norm)
    WHERE accepted_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL;

-- Of two who change somebody's role or rights at once, the second is told.
ALTER TABLE staff_member ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE INDEX staff_of_firm ON staff_member (firm_id, user_id);
