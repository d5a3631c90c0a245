-- What somebody chose for themselves: the account that opens after the sign-in (NULL: ask), and how many minutes a
-- sign-in lasts (NULL: as long as is allowed).
ALTER TABLE portal_user ADD COLUMN default_account_id UUID;
ALTER TABLE portal_user ADD COLUMN session_minutes BIGINT;

-- From where a forgotten password was reported, so that the person can see it among their activity.
ALTER TABLE reset_request ADD COLUMN ip TEXT NOT NULL DEFAULT '';
ALTER TABLE reset_request ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE reset_request ADD COLUMN os TEXT NOT NULL DEFAULT '';
ALTER TABLE reset_request ADD COLUMN browser TEXT NOT NULL DEFAULT '';

-- What a client switched off in a row that is gone: it counts again when the address comes back into the account.
CREATE TABLE notify_wish (
    firm_id UUID NOT NULL REFERENCES firm (id),
    account_id UUID NOT NULL REFERENCES account (id),
    email_norm TEXT NOT NULL,
    item TEXT NOT NULL,
    set_by TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, email_norm, item)
);
