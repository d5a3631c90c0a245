-- A one-time way in that whoever runs the server prints for a member of staff who can get no code. Only a hash of the
-- token is kept.
CREATE TABLE sign_in_link (
    id UUID NOT NULL PRIMARY KEY,
    firm_id UUID NOT NULL REFERENCES firm (id),
    user_id UUID NOT NULL REFERENCES portal_user (id),
    token_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX sign_in_link_of_user ON sign_in_link (firm_id, user_id);
