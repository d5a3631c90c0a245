-- A client changes the address they sign in with (ECHG-7): asked for with the password, done with a code from the new
-- mailbox, and stopped by whoever reads the old one.
CREATE TABLE own_address_change (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    -- The sign-in that asked; its codes count nowhere else.
    session_id UUID NOT NULL,
    old_email TEXT NOT NULL,
    old_norm TEXT NOT NULL,
    new_email TEXT NOT NULL,
    new_norm TEXT NOT NULL,
    -- waiting, done, void, stopped
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT,
    -- The row of contact_email that carries the address, which this row outlives.
    email_id UUID,
    contact_id UUID,
    stop_hash BYTEA UNIQUE,
    stop_until BIGINT
);
CREATE INDEX own_change_of_user ON own_address_change (firm_id, user_id, state);
CREATE INDEX own_change_of_email ON own_address_change (firm_id, email_id, id);
CREATE INDEX own_change_by_age ON own_address_change (created_at);

CREATE TABLE own_address_code (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    change_id UUID NOT NULL REFERENCES own_address_change (id),
    code_hmac BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX own_code_of_change ON own_address_code (change_id, id);

-- Whether clients may do so themselves.
ALTER TABLE firm ADD COLUMN own_address BOOLEAN NOT NULL DEFAULT TRUE;
